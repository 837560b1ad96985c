//! A published table as a chart; what the table hides, the chart hides.

use charts::{Chart, ChartError, Kind, Series};
use platform::ui::Ui;

use super::axis::in_words;
use super::{Answer, Axis, When};

/// More categories than this nobody reads in a chart.
const MOST_CATEGORIES: usize = 60;

/// A chart of the answer, and whether it shows only the sums of the rows.
#[derive(Clone, Debug)]
pub struct Drawing {
    pub chart: Chart,
    pub only_totals: bool,
}

/// None if the table is too large or too deep for a picture.
///
/// # Errors
/// None that a table that was published can bring about.
pub fn draw(ui: &Ui, answer: &Answer) -> Result<Option<Drawing>, ChartError> {
    let Some(plan) = Plan::of(answer) else {
        return Ok(None);
    };
    let along = &answer.axes()[plan.along];
    let categories: Vec<String> = along
        .categories()
        .map(|(_, node)| node.label.clone())
        .collect();
    let title = titled(ui, answer);
    let decimals = 2 * usize::from(answer.has_posts() || answer.in_hundredths());
    let chart = Chart::new(plan.kind, title, categories, plan.series(ui, answer))?
        .categories_called(along.label.clone())
        .with_decimals(decimals);
    Ok(Some(Drawing {
        chart,
        only_totals: plan.only_totals,
    }))
}

/// `Eintritte nach Quartal, Geschlecht`.
pub(super) fn titled(ui: &Ui, answer: &Answer) -> String {
    let labels: Vec<&str> = answer
        .axes()
        .iter()
        .map(|axis| axis.label.as_str())
        .collect();
    let by = ui.ta("figure-by", &[("by", &in_words(ui, &labels))]);
    let measure = ui.t(&format!("figure-{}", answer.question().measure().id));
    format!("{measure} {by}")
}

/// What goes where.
struct Plan {
    kind: Kind,
    along: usize,
    /// None: one series of sums.
    series: Option<usize>,
    only_totals: bool,
}

impl Plan {
    fn of(answer: &Answer) -> Option<Plan> {
        let axes = answer.axes();
        if axes.iter().any(Axis::is_told_as_one) {
            return None;
        }
        let standing = answer.question().measure().when() == When::Standing;
        let size = |place: usize| axes[place].categories().count();
        let time = axes.iter().position(|axis| axis.dimension.is_time());
        let lines = standing && time.is_some();
        let plan = match axes.len() {
            1 if lines && size(0) > 1 => Plan::bare(Kind::Lines),
            1 => Plan::bare(Kind::Bars),
            2 => {
                let along = time.unwrap_or(0);
                let other = 1 - along;
                if size(other) <= Chart::MOST_SERIES {
                    Plan {
                        kind: kind(answer, &axes[other], lines),
                        along,
                        series: Some(other),
                        only_totals: false,
                    }
                } else {
                    axes[1].adds_up.then_some(())?;
                    Plan {
                        only_totals: true,
                        ..Plan::bare(Kind::Bars)
                    }
                }
            }
            _ => return None,
        };
        (1..=MOST_CATEGORIES)
            .contains(&size(plan.along))
            .then_some(plan)
    }

    /// One series along the first axis.
    fn bare(kind: Kind) -> Plan {
        Plan {
            kind,
            along: 0,
            series: None,
            only_totals: false,
        }
    }

    fn series(&self, ui: &Ui, answer: &Answer) -> Vec<Series> {
        let along = &answer.axes()[self.along];
        let value = |node: Option<usize>| {
            along
                .categories()
                .map(|(category, _)| {
                    let mut nodes: Vec<usize> = answer
                        .axes()
                        .iter()
                        .map(|axis| axis.nodes.len() - 1)
                        .collect();
                    nodes[self.along] = category;
                    if let (Some(place), Some(node)) = (self.series, node) {
                        nodes[place] = node;
                    }
                    shown(answer, &nodes)
                })
                .collect()
        };
        match self.series {
            None => vec![Series {
                name: ui.t(&format!("figure-{}", answer.question().measure().id)),
                values: value(None),
            }],
            Some(place) => answer.axes()[place]
                .categories()
                .map(|(node, of)| Series {
                    name: of.label.clone(),
                    values: value(Some(node)),
                })
                .collect(),
        }
    }
}

fn kind(answer: &Answer, series: &Axis, lines: bool) -> Kind {
    if lines {
        Kind::Lines
    } else if series.adds_up && !answer.has_posts() {
        Kind::StackedBars
    } else {
        Kind::GroupedBars
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
fn shown(answer: &Answer, nodes: &[usize]) -> Option<f64> {
    if answer.has_posts() {
        return answer
            .per_post(nodes)
            .map(|hundredths| hundredths as f64 / 100.0);
    }
    let n = answer.count(nodes)? as f64;
    Some(if answer.in_hundredths() { n / 100.0 } else { n })
}
