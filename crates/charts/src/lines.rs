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
        let all = chart.categories.len();
        let fitting = |every: usize| -> Option<Vec<(usize, Vec<String>)>> {
            let room = (self.slot * count(every) - 6.0).min(style.width / 3.0);
            let shown = chart.categories.iter().enumerate().step_by(every);
            shown
                .map(|(place, name)| text::fit(name, room).map(|lines| (place, lines)))
                .collect()
        };
        let names = (1..=all)
            .find_map(fitting)
            .unwrap_or_else(|| vec![(0, text::wrap(&chart.categories[0], style.width / 3.0))]);
        let first = self.bottom + self.strip + 13.0;
        let mut drawn = Vec::new();
        let mut most = 1;
        for (category, lines) in names {
            most = most.max(lines.len());
            let widest = lines
                .iter()
                .map(|line| text::width(line))
                .fold(0.0, f64::max);
            let x = self
                .x(category)
                .clamp(widest / 2.0, style.width - widest / 2.0);
            for (number, line) in lines.iter().enumerate() {
                let y = first + count(number) * LINE;
                drawn.push(palette::label(x, y, Anchor::Middle, line));
            }
        }
        (drawn, first + count(most) * LINE - 5.0)
    }
}
