//! Bars, alone, side by side or end to end.

use crate::{
    axes::{self, Axes, BOX},
    chart::{Chart, Kind},
    frame::Style,
    number::plain,
    palette::{self, Anchor},
    svg::{Element, count},
};

/// Draws the plot below `top` and says how high the picture becomes.
pub(crate) fn draw(chart: &Chart, style: &Style, top: f64) -> (Vec<Element>, f64) {
    let axes = Axes::of(chart, style, top);
    let bars = Bars {
        chart,
        style,
        axes: &axes,
        with_values: values_fit(chart, style, &axes),
    };
    let mut drawn = axes.draw(chart, style);
    for category in 0..chart.categories.len() {
        for lane in 0..axes.lanes {
            match chart.kind {
                Kind::StackedBars => {
                    bars.lane(category, lane, 0..chart.series.len(), &mut drawn);
                }
                _ => bars.lane(category, lane, lane..lane + 1, &mut drawn),
            }
        }
    }
    (drawn, axes.height(chart))
}

/// Values stand at the ends of all bars or of none.
fn values_fit(chart: &Chart, style: &Style, axes: &Axes) -> bool {
    let room = if axes.lanes == 1 {
        axes.slot - 3.0
    } else {
        axes.thickness + 2.0
    };
    !axes.upright || axes::widest_value(chart, style) <= room
}

struct Bars<'a> {
    chart: &'a Chart,
    style: &'a Style,
    axes: &'a Axes,
    with_values: bool,
}

impl Bars<'_> {
    /// Visible parts end to end from zero, then a box of fixed size for each protected one.
    fn lane(
        &self,
        category: usize,
        lane: usize,
        series: std::ops::Range<usize>,
        drawn: &mut Vec<Element>,
    ) {
        let place = self.axes.lane(category, lane);
        let mut end = 0.0;
        let mut hidden = Vec::new();
        for series in series {
            match self.chart.series[series].values[category] {
                Some(value) => {
                    drawn.push(self.bar(category, series, place, end, end + value));
                    end += value;
                }
                None => hidden.push(series),
            }
        }
        for (number, series) in hidden.iter().enumerate() {
            drawn.push(self.hidden(category, *series, place, end, number));
        }
        if hidden.is_empty() && self.with_values {
            drawn.push(self.value(place, end));
        }
    }

    fn bar(&self, category: usize, series: usize, lane: f64, from: f64, to: f64) -> Element {
        let (from, mut to) = (self.axes.along(from), self.axes.along(to));
        // A line of paper tells the parts of a stack apart.
        if self.chart.kind == Kind::StackedBars && (to - from).abs() > 2.0 {
            to -= self.axes.sense();
        }
        let [x, y, width, height] = self.axes.block(lane, from, to);
        let bar = Element::new("rect").at("x", x).at("y", y);
        let bar = bar.at("width", width).at("height", height);
        palette::filled(bar, &self.style.prefix, series).child(self.hint(category, series))
    }

    fn hidden(
        &self,
        category: usize,
        series: usize,
        lane: f64,
        after: f64,
        number: usize,
    ) -> Element {
        let from = self.axes.along(after) + self.axes.sense() * (1.5 + count(number) * (BOX + 2.0));
        let [x, y, width, height] = self.axes.block(lane, from, from + self.axes.sense() * BOX);
        palette::protected(&self.style.prefix, x, y, width, height)
            .child(self.hint(category, series))
    }

    fn value(&self, lane: f64, end: f64) -> Element {
        let text = self.style.language.value(self.chart, end);
        let outward = if end < 0.0 {
            -self.axes.sense()
        } else {
            self.axes.sense()
        };
        let (at, middle) = (self.axes.along(end), lane + self.axes.thickness / 2.0);
        if self.axes.upright {
            palette::label(middle, at + outward * 9.0, Anchor::Middle, text)
        } else {
            let anchor = if end < 0.0 {
                Anchor::End
            } else {
                Anchor::Start
            };
            palette::label(at + outward * 5.0, middle, anchor, text)
        }
    }

    /// What a pointer shows over a mark.
    fn hint(&self, category: usize, series: usize) -> Element {
        Element::new("title").text(hint(self.chart, self.style, category, series))
    }
}

pub(crate) fn hint(chart: &Chart, style: &Style, category: usize, series: usize) -> String {
    let one = &chart.series[series];
    let value = style.language.cell(chart, one.values[category]);
    let category = plain(&chart.categories[category]);
    if chart.series.len() > 1 {
        format!("{category}, {}: {value}", plain(&one.name))
    } else {
        format!("{category}: {value}")
    }
}
