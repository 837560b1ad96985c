//! Lines over categories in their order.

use crate::{
    axes,
    bars::hint,
    chart::Chart,
    frame::Style,
    palette::{self, Anchor},
    scale::Scale,
    svg::{Element, count, px},
    text::{self, LINE},
};

/// Draws the plot below `top` and says how high the picture becomes.
pub(crate) fn draw(chart: &Chart, style: &Style, top: f64) -> (Vec<Element>, f64) {
    let plot = Plot::of(chart, style, top);
    let mut drawn = plot.grid(style);
    for series in 0..chart.series.len() {
        plot.line(chart, style, series, &mut drawn);
    }
    if plot.strip > 0.0 {
        drawn.extend(plot.protected(chart, style));
    }
    let (names, height) = plot.names(chart, style);
    drawn.extend(names);
    (drawn, height)
}

struct Plot {
    left: f64,
    slot: f64,
    bottom: f64,
    length: f64,
    /// Height of the strip below the axis that tells where values are protected.
    strip: f64,
    scale: Option<Scale>,
}

impl Plot {
    fn of(chart: &Chart, style: &Style, top: f64) -> Self {
        let scale = Scale::of(chart, 5.0);
        let left = scale.map_or(0.0, |scale| axes::widest_tick(scale, style) + 8.0);
        let length = if style.is_narrow() { 190.0 } else { 230.0 };
        Self {
            left,
            slot: (style.width - left) / count(chart.categories.len()),
            bottom: top + LINE + length,
            length,
            strip: if chart.protected() > 0 { 15.0 } else { 0.0 },
            scale,
        }
    }

    fn x(&self, category: usize) -> f64 {
        self.left + (count(category) + 0.5) * self.slot
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom - self.scale.map_or(0.0, |scale| scale.position(value)) * self.length
    }

    fn grid(&self, style: &Style) -> Vec<Element> {
        let Some(scale) = self.scale else {
            return vec![palette::rule(
                self.left,
                self.bottom,
                style.width,
                self.bottom,
                true,
            )];
        };
        let mut drawn = Vec::new();
        for (tick, text) in axes::ticks(scale, style) {
            let (y, zero) = (self.y(tick), tick.abs() < f64::EPSILON);
            drawn.push(palette::rule(self.left, y, style.width, y, zero));
            drawn.push(palette::label(self.left - 6.0, y, Anchor::End, text));
        }
        drawn
    }

    /// A line for each run of visible values, with a sign on each value.
    fn line(&self, chart: &Chart, style: &Style, series: usize, drawn: &mut Vec<Element>) {
        let values = &chart.series[series].values;
        let place = |category: usize, value: f64| (self.x(category), self.y(value));
        let points: Vec<_> = values
            .iter()
            .enumerate()
            .map(|(category, value)| value.map(|value| place(category, value)))
            .collect();
        for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
            let corners: Vec<String> = run
                .iter()
                .flatten()
                .map(|(x, y)| format!("{},{}", px(*x), px(*y)))
                .collect();
            drawn.push(palette::stroked(&corners.join(" "), series));
        }
        let with_values =
            chart.series.len() == 1 && axes::widest_value(chart, style) <= self.slot - 4.0;
        for (category, value) in values.iter().enumerate() {
            let Some(value) = *value else { continue };
            let (x, y) = place(category, value);
            let title = Element::new("title").text(hint(chart, style, category, series));
            drawn.push(palette::marker(series, x, y).child(title));
            if with_values {
                let text = style.language.value(chart, value);
                drawn.push(palette::label(x, y - 14.0, Anchor::Middle, text));
            }
        }
    }

    fn protected(&self, chart: &Chart, style: &Style) -> Vec<Element> {
        let side = (self.slot - 2.0).clamp(3.0, 11.0);
        let mut boxes = Vec::new();
        for category in 0..chart.categories.len() {
            let hidden: Vec<String> = (0..chart.series.len())
                .filter(|series| chart.series[*series].values[category].is_none())
                .map(|series| hint(chart, style, category, series))
                .collect();
            if !hidden.is_empty() {
                let (x, y) = (self.x(category) - side / 2.0, self.bottom + 4.0);
                let title = Element::new("title").text(hidden.join("; "));
                boxes.push(palette::protected(&style.prefix, x, y, side, 11.0).child(title));
            }
        }
        boxes
    }

    /// Names of as many categories as fit, at even distances, and the height of the picture.
    fn names(&self, chart: &Chart, style: &Style) -> (Vec<Element>, f64) {
        let names = (1..=chart.categories.len())
            .find_map(|every| self.every(every, chart, style))
            .unwrap_or_else(|| {
                let lines = text::wrap(&chart.categories[0], style.width / 3.0);
                vec![self.name(0, lines, style)]
            });
        let first = self.bottom + self.strip + 13.0;
        let most = names.iter().map(|name| name.lines.len()).max().unwrap_or(1);
        let drawn = names.iter().flat_map(|name| {
            name.lines.iter().enumerate().map(move |(number, line)| {
                let y = first + count(number) * LINE;
                palette::label(name.x, y, Anchor::Middle, line)
            })
        });
        (drawn.collect(), first + count(most) * LINE - 5.0)
    }

    /// The name of each `every`th category, if none is cut or meets the next.
    fn every(&self, every: usize, chart: &Chart, style: &Style) -> Option<Vec<Name>> {
        let room = (self.slot * count(every) - 6.0).min(style.width / 3.0);
        let shown = chart.categories.iter().enumerate().step_by(every);
        let names: Vec<Name> = shown
            .map(|(category, name)| {
                text::fit(name, room).map(|lines| self.name(category, lines, style))
            })
            .collect::<Option<_>>()?;
        let apart = |pair: &[Name]| pair[0].x + pair[0].half + 6.0 <= pair[1].x - pair[1].half;
        names.windows(2).all(apart).then_some(names)
    }

    /// Places a name below its category, or as near as the edge of the picture lets it.
    fn name(&self, category: usize, lines: Vec<String>, style: &Style) -> Name {
        let half = lines
            .iter()
            .map(|line| text::width(line))
            .fold(0.0, f64::max)
            / 2.0;
        Name {
            x: self.x(category).clamp(half, style.width - half),
            half,
            lines,
        }
    }
}

/// The name of a category around `x`, with half its width.
struct Name {
    x: f64,
    half: f64,
    lines: Vec<String>,
}
