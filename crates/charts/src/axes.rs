//! Where bars stand: upright under short labels, lying beside long or many ones.

use crate::{
    chart::{Chart, Kind},
    frame::Style,
    number::plain,
    palette::{self, Anchor},
    scale::Scale,
    svg::{Element, count},
    text::{self, LINE},
};

/// Length of a box for a protected value along the value axis.
pub(crate) const BOX: f64 = 12.0;
const BETWEEN_LANES: f64 = 2.0;
const MOST_UPRIGHT: usize = 16;

/// Measures of a bar chart.
pub(crate) struct Axes {
    pub(crate) upright: bool,
    pub(crate) lanes: usize,
    pub(crate) thickness: f64,
    /// Room of a category.
    pub(crate) slot: f64,
    /// Where the first slot begins, on the axis of categories.
    start: f64,
    /// Where the scale begins and how long it is; upright bars run towards smaller `y`.
    origin: f64,
    length: f64,
    scale: Option<Scale>,
    /// Labels of the categories, broken into lines.
    labels: Vec<Vec<String>>,
}

impl Axes {
    pub(crate) fn of(chart: &Chart, style: &Style, top: f64) -> Self {
        Self::upright(chart, style, top).unwrap_or_else(|| Self::lying(chart, style, top))
    }

    fn upright(chart: &Chart, style: &Style, top: f64) -> Option<Self> {
        let categories = chart.categories.len();
        let scale = Scale::of(chart, 5.0);
        let start = scale.map_or(0.0, |scale| widest_tick(scale, style) + 8.0);
        let slot = (style.width - start) / count(categories);
        let lanes = lanes(chart);
        let thickness = ((slot * 0.76) / count(lanes) - BETWEEN_LANES).min(44.0);
        if categories > MOST_UPRIGHT || thickness < 8.0 {
            return None;
        }
        let labels: Option<Vec<_>> = chart
            .categories
            .iter()
            .map(|label| text::fit(label, slot - 5.0))
            .collect();
        let length = if style.is_narrow() { 190.0 } else { 220.0 };
        let origin = top + reserve(chart, LINE + 3.0) + length;
        let labels = labels?;
        Some(Self {
            upright: true,
            lanes,
            thickness,
            slot,
            start,
            origin,
            length,
            scale,
            labels,
        })
    }

    fn lying(chart: &Chart, style: &Style, top: f64) -> Self {
        let labels = side_labels(chart, style);
        let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
        let widest = labels
            .iter()
            .flatten()
            .map(|line| text::width(line))
            .fold(0.0, f64::max);
        let after = reserve(chart, widest_value(chart, style) + 8.0).max(18.0);
        let before = if chart.visible().any(|(.., value)| value < 0.0) {
            after
        } else {
            0.0
        };
        let origin = widest + 10.0 + before;
        let length = style.width - origin - after;
        let lanes = lanes(chart);
        let thickness = if lanes == 1 { 15.0 } else { 13.0 };
        let slot =
            (count(lanes) * (thickness + BETWEEN_LANES) + 7.0).max(count(lines) * LINE + 5.0);
        let scale = Scale::of(
            chart,
            (length / (widest_value(chart, style) + 24.0).max(70.0)).clamp(1.0, 6.0),
        );
        let start = if twice(chart) { top + LINE + 3.0 } else { top };
        Self {
            upright: false,
            lanes,
            thickness,
            slot,
            start,
            origin,
            length,
            scale,
            labels,
        }
    }

    /// Where a value lies on the value axis; zero if nothing is visible.
    pub(crate) fn along(&self, value: f64) -> f64 {
        let position = self.scale.map_or(0.0, |scale| scale.position(value)) * self.length;
        if self.upright {
            self.origin - position
        } else {
            self.origin + position
        }
    }

    /// Direction of growing values.
    pub(crate) fn sense(&self) -> f64 {
        if self.upright { -1.0 } else { 1.0 }
    }

    pub(crate) fn lane(&self, category: usize, lane: usize) -> f64 {
        let pitch = self.thickness + BETWEEN_LANES;
        let margin = (self.slot - (count(self.lanes) * pitch - BETWEEN_LANES)) / 2.0;
        self.start + count(category) * self.slot + margin + count(lane) * pitch
    }

    /// `x`, `y`, width and height of a block in a lane between two places on the value axis.
    pub(crate) fn block(&self, lane: f64, from: f64, to: f64) -> [f64; 4] {
        let (least, length) = (from.min(to), (to - from).abs());
        if self.upright {
            [lane, least, self.thickness, length]
        } else {
            [least, lane, length, self.thickness]
        }
    }

    fn end(&self, categories: usize) -> f64 {
        self.start + count(categories) * self.slot
    }

    /// Grid, ticks and names of categories.
    pub(crate) fn draw(&self, chart: &Chart, style: &Style) -> Vec<Element> {
        let end = if self.upright {
            style.width
        } else {
            self.end(chart.categories.len())
        };
        let ticks = self
            .scale
            .map_or_else(Vec::new, |scale| ticks(scale, style));
        let mut drawn: Vec<_> = ticks
            .iter()
            .map(|(tick, _)| self.rule(*tick, end))
            .collect();
        if self.scale.is_none() {
            drawn.push(self.rule(0.0, end));
        }
        let mut free = f64::NEG_INFINITY;
        for (tick, text) in ticks {
            let (at, half) = (self.along(tick), text::width(&text) / 2.0);
            if self.upright {
                drawn.push(palette::label(self.start - 6.0, at, Anchor::End, text));
            } else if at - half > free {
                free = at + half + 4.0;
                if twice(chart) {
                    let above = self.start - LINE / 2.0 - 2.0;
                    drawn.push(palette::label(at, above, Anchor::Middle, text.clone()));
                }
                let below = end + LINE / 2.0 + 3.0;
                drawn.push(palette::label(at, below, Anchor::Middle, text));
            }
        }
        drawn.extend(self.names());
        drawn
    }

    /// A line across the categories at a value.
    fn rule(&self, value: f64, end: f64) -> Element {
        let (at, zero) = (self.along(value), value.abs() < f64::EPSILON);
        if self.upright {
            palette::rule(self.start, at, end, at, zero)
        } else {
            palette::rule(at, self.start, at, end, zero)
        }
    }

    fn names(&self) -> impl Iterator<Item = Element> {
        self.labels
            .iter()
            .enumerate()
            .flat_map(move |(category, lines)| {
                let middle = self.start + (count(category) + 0.5) * self.slot;
                let first = middle - count(lines.len() - 1) * LINE / 2.0;
                lines.iter().enumerate().map(move |(number, line)| {
                    let down = count(number) * LINE;
                    if self.upright {
                        palette::label(middle, self.origin + 13.0 + down, Anchor::Middle, line)
                    } else {
                        palette::label(self.origin - 8.0, first + down, Anchor::End, line)
                    }
                })
            })
    }

    /// Height of the picture.
    pub(crate) fn height(&self, chart: &Chart) -> f64 {
        if self.upright {
            let lines = self.labels.iter().map(Vec::len).max().unwrap_or(1);
            self.origin + 8.0 + count(lines) * LINE
        } else {
            let ticks = if self.scale.is_some() {
                LINE + 4.0
            } else {
                0.0
            };
            self.end(chart.categories.len()) + ticks + 2.0
        }
    }
}

/// Labels in the narrowest column that cuts none of them.
fn side_labels(chart: &Chart, style: &Style) -> Vec<Vec<String>> {
    let fit = |share: f64| -> Option<Vec<_>> {
        chart
            .categories
            .iter()
            .map(|label| text::fit(label, style.width * share))
            .collect()
    };
    let cut = || {
        chart
            .categories
            .iter()
            .map(|label| text::wrap(label, style.width * 0.46))
            .collect()
    };
    [0.4, 0.46, 0.52]
        .into_iter()
        .find_map(fit)
        .unwrap_or_else(cut)
}

/// Ticks with their texts.
pub(crate) fn ticks(scale: Scale, style: &Style) -> Vec<(f64, String)> {
    let text = |tick| style.language.number(tick, scale.decimals());
    scale
        .ticks()
        .into_iter()
        .map(|tick| (tick, text(tick)))
        .collect()
}

pub(crate) fn widest_tick(scale: Scale, style: &Style) -> f64 {
    ticks(scale, style)
        .iter()
        .map(|(_, text)| text::width(text))
        .fold(0.0, f64::max)
}

/// Width of the widest value that stands at the end of a lane.
pub(crate) fn widest_value(chart: &Chart, style: &Style) -> f64 {
    let ends: Vec<f64> = match chart.kind {
        Kind::StackedBars => (0..chart.categories.len())
            .filter_map(|category| chart.series.iter().map(|one| one.values[category]).sum())
            .collect(),
        _ => chart.visible().map(|(.., value)| value).collect(),
    };
    let width = |value: f64| text::width(&plain(&style.language.value(chart, value)));
    ends.into_iter().map(width).fold(0.0, f64::max)
}

fn lanes(chart: &Chart) -> usize {
    if chart.kind == Kind::StackedBars {
        1
    } else {
        chart.series.len()
    }
}

/// Whether a long list has its ticks above and below.
fn twice(chart: &Chart) -> bool {
    chart.categories.len() > 20 && chart.visible().next().is_some()
}

/// Room behind the scale for a text or for the boxes of protected parts.
fn reserve(chart: &Chart, text: f64) -> f64 {
    let boxes = (0..chart.categories.len()).map(|category| {
        chart
            .series
            .iter()
            .filter(|one| one.values[category].is_none())
            .count()
    });
    let most = match chart.kind {
        Kind::StackedBars => boxes.max().unwrap_or(0),
        _ => usize::from(chart.protected() > 0),
    };
    text.max(count(most) * (BOX + 2.0) + 4.0)
}
