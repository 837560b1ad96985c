//! A value axis with round steps that always holds zero.

use crate::chart::{Chart, Kind};

/// From the lowest to the highest tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    /// The scale of what is visible, with about `steps` steps; nothing if all is protected.
    pub(crate) fn of(chart: &Chart, steps: f64) -> Option<Self> {
        let mut ends: Vec<f64> = match chart.kind {
            Kind::StackedBars => (0..chart.categories.len())
                .map(|category| {
                    chart
                        .series
                        .iter()
                        .filter_map(|one| one.values[category])
                        .sum::<f64>()
                })
                .collect(),
            Kind::Bars | Kind::GroupedBars | Kind::Lines => {
                chart.visible().map(|(.., value)| value).collect()
            }
        };
        chart.visible().next()?;
        ends.push(0.0);
        let low = ends.iter().copied().fold(0.0, f64::min);
        let high = ends.iter().copied().fold(0.0, f64::max);
        Some(Self::between(low, high, steps, chart.decimals == 0))
    }

    fn between(low: f64, high: f64, steps: f64, whole: bool) -> Self {
        let span = if high > low { high - low } else { 1.0 };
        let least = if whole { 1.0 } else { f64::MIN_POSITIVE };
        let step = round_step(span / steps, steps < 4.0).max(least);
        let high = (high / step).ceil().max(if low < 0.0 { 0.0 } else { 1.0 }) * step;
        Self {
            low: (low / step).floor() * step,
            high,
            step,
        }
    }

    /// 0 at the low end, 1 at the high end.
    pub(crate) fn position(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    pub(crate) fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round();
        let mut ticks = vec![self.low];
        let mut done = 0.0;
        while done < count {
            done += 1.0;
            ticks.push(self.low + done * self.step);
        }
        ticks
    }

    /// Decimals that tell the ticks apart.
    pub(crate) fn decimals(&self) -> usize {
        (0..6)
            .find(|&decimals| self.step * 10_f64.powi(decimals) >= 0.999)
            .map_or(6, |decimals| usize::try_from(decimals).unwrap_or(0))
    }
}

/// The least round step that is not below `rough`; short axes, which would waste much of their few
/// steps, have more steps to choose from.
fn round_step(rough: f64, short: bool) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let factors: &[f64] = if short {
        &[1.0, 2.0, 3.0, 4.0, 5.0]
    } else {
        &[1.0, 2.0, 5.0]
    };
    let mut steps = factors.iter().map(|factor| factor * power);
    steps
        .find(|step| *step >= rough * 0.999_999)
        .unwrap_or(10.0 * power)
}
