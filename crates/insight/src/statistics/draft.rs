//! From facts to an answer: settle, protect, put beside.

use std::collections::BTreeMap;
use std::time::Duration;

use db::Tx;
use disclosure::{
    Certificate, Notes, ProtectError, PublishedTable, Rule, Search, TOTAL, Table, TableError, Zeros,
};
use jiff::civil::Date;
use platform::ui::Ui;
use platform::{Error, Result, said};
use programme::settings;

use super::answer::Aside;
use super::axis::{self, Axis, Known, NOT_STATED};
use super::count::{Counted, count};
use super::facts::Facts;
use super::measure::{Beside, Unit};
use super::store::{self, Place};
use super::sums::Sums;
use super::{Answer, Dimension, Measure, Question, When};

/// Protection is given up after this time: such a table is too fine for anybody to read.
const TIME_LIMIT: Duration = Duration::from_secs(30);
/// Somebody waits: to find the best pattern of larger tables, or to prove that it is the best,
/// takes seconds.
const SEARCH: Search = Search {
    cells: 1_500,
    effort: 8_000,
};

/// Counts what is asked, protects it, and puts it into the reader's words.
///
/// # Errors
/// A table too fine to be protected in reasonable time; a database that does not answer.
pub async fn answer(
    tx: &mut Tx,
    ui: &Ui,
    facts: &Facts,
    question: &Question,
    today: Date,
) -> Result<Answer> {
    let prepared = prepare(tx, facts, question, today).await?;
    prepared.answer(ui).await
}

/// A question with all that its answer is made from: what follows takes long, and no connection.
pub(super) struct Prepared {
    facts: Facts,
    question: Question,
    context: Context,
    today: Date,
}

pub(super) async fn prepare(
    tx: &mut Tx,
    facts: &Facts,
    question: &Question,
    today: Date,
) -> Result<Prepared> {
    let question = question.until(today).map_err(Error::Invalid)?;
    Ok(Prepared {
        facts: facts.clone(),
        context: Context::read(tx, facts, &question).await?,
        question,
        today,
    })
}

impl Prepared {
    pub(super) async fn answer(self, ui: &Ui) -> Result<Answer> {
        let Prepared {
            facts, question, ..
        } = self;
        let counting = question.clone();
        // Off the threads that serve requests, as everything that takes its time.
        let (counted, beside) = tokio::task::spawn_blocking(move || {
            let beside = beside(&counting).map(|other| (count(&facts, &other), other));
            (count(&facts, &counting), beside)
        })
        .await
        .map_err(anyhow::Error::from)?;
        let draft = self.context.draft(ui, &question, self.today);
        draft.answer(counted, beside).await
    }
}

/// What has to be known besides the facts.
struct Context {
    rule: Rule,
    places: Vec<Place>,
    providers: Vec<(String, String)>,
}

impl Context {
    async fn read(tx: &mut Tx, facts: &Facts, question: &Question) -> Result<Context> {
        let asks_providers = question.by().contains(&Dimension::Provider);
        Ok(Context {
            rule: rule(tx).await?,
            places: facts.places().cloned().collect(),
            providers: if asks_providers {
                store::providers(tx, facts.scope()).await?
            } else {
                Vec::new()
            },
        })
    }

    fn draft<'a>(&'a self, ui: &'a Ui, question: &'a Question, today: Date) -> Draft<'a> {
        Draft {
            ui,
            question,
            known: Known {
                places: &self.places,
                providers: &self.providers,
                show_all: self.rule.zeros == Zeros::Protect,
            },
            rule: self.rule,
            today,
        }
    }
}

/// The programme's rule: how small a count may be printed, and whether empty cells may.
async fn rule(tx: &mut Tx) -> Result<Rule> {
    let protection = settings::store::protection(tx).await?;
    Ok(Rule {
        threshold: u32::from(protection.threshold.get()),
        zeros: match protection.zeros {
            settings::Zeros::Hidden => Zeros::Protect,
            settings::Zeros::Shown => Zeros::Publish,
        },
        linked: true,
        total_printed: false,
        search: SEARCH,
        time_limit: Some(TIME_LIMIT),
    })
}

/// What is to be shown beside the answer, as a question of its own.
pub(super) fn beside(question: &Question) -> Option<Question> {
    match question.measure().beside {
        Beside::Nothing => None,
        Beside::Posts(id) => Some(question.about(Measure::find(id)?)),
        Beside::Base(id) => {
            let spread = question.measure().spread_over()?;
            question.by().contains(&spread).then_some(())?;
            let rest = question.without(spread);
            let other = rest.about(Measure::find(id)?);
            let exact = other.by() == rest.by() && rest.by().len() < 2;
            Some(if exact { other } else { other.whole() })
        }
    }
}

/// Adds what came and went up to the state at the end of each stretch of time.
pub(crate) fn settle(question: &Question, facts: Vec<Counted>) -> Vec<Counted> {
    if question.measure().when() != When::Standing {
        return facts;
    }
    let Some(time) = question.by().iter().position(|d| d.is_time()) else {
        return facts;
    };
    let buckets = super::dimension::buckets(question.by()[time], question.period());
    let mut movements: BTreeMap<Vec<Option<String>>, BTreeMap<String, i64>> = BTreeMap::new();
    for mut fact in facts {
        let bucket = fact.codes[time].take().unwrap_or_default();
        *movements
            .entry(fact.codes)
            .or_default()
            .entry(bucket)
            .or_default() += fact.n;
    }
    let mut standing = Vec::new();
    for (codes, moved) in movements {
        for bucket in &buckets {
            let n = moved.range(..=bucket.clone()).map(|(_, n)| n).sum();
            let mut codes = codes.clone();
            codes[time] = Some(bucket.clone());
            standing.push(Counted { codes, n });
        }
    }
    standing
}

/// All that is needed to make an answer from counts.
pub(crate) struct Draft<'a> {
    pub ui: &'a Ui,
    pub question: &'a Question,
    pub known: Known<'a>,
    pub rule: Rule,
    pub today: Date,
}

impl Draft<'_> {
    pub(crate) async fn answer(
        &self,
        facts: Vec<Counted>,
        beside: Option<(Vec<Counted>, Question)>,
    ) -> Result<Answer> {
        let facts = settle(self.question, facts);
        let (facts, table, certificate) = self.protect(self.question, facts).await?;
        let mut proofs = vec![certificate];
        let mut aside = None;
        if let Some((others, other)) = beside {
            let others = settle(&other, others);
            let (others, found, certificate) = self.protect(&other, others).await?;
            proofs.push(certificate);
            let along = other.by().iter();
            let along = along.filter_map(|d| self.question.by().iter().position(|own| own == d));
            let found = Aside {
                table: found,
                along: along.collect(),
            };
            let is_base = matches!(self.question.measure().beside, Beside::Base(_));
            if !is_base || self.leaves_room(&table, &facts, &found, &others) {
                aside = Some(found);
            }
        }
        let by = self.question.by().iter().zip(table.dimensions());
        let axes: Vec<Axis> = by
            .map(|(d, of)| axis::axis(self.ui, self.question, *d, of, &self.known))
            .collect();
        Ok(Answer {
            question: self.question.clone(),
            total: total(&table, &axes),
            table,
            axes,
            beside: aside,
            proofs,
            data_date: self.today,
        })
    }

    /// The total of what adds up stands in many tables and is printed in all of them. A table that
    /// cannot be protected beside it tells the categories of a dimension as one.
    async fn protect(
        &self,
        question: &Question,
        mut facts: Vec<Counted>,
    ) -> Result<(Vec<Counted>, PublishedTable, Certificate)> {
        let mut apart: Vec<usize> = (0..question.by().len()).collect();
        loop {
            let table = self.table(question, &facts).map_err(too_fine)?;
            let rule = self.rule_for(question, apart.is_empty());
            // Off the threads that serve requests: a large table takes its time.
            let protected = tokio::task::spawn_blocking(move || table.protect(&rule))
                .await
                .map_err(anyhow::Error::from)?;
            let coarser = match protected {
                Ok((table, certificate)) => return Ok((facts, table, certificate)),
                Err(ProtectError::TimeLimit) => return Err(refused()),
                Err(ProtectError::Unprotectable { dimension }) => dimension,
                Err(other) => return Err(Error::Internal(other.into())),
            };
            let coarser = coarser.filter(|place| apart.contains(place));
            let Some(coarser) = coarser.or_else(|| apart.last().copied()) else {
                return Err(refused());
            };
            apart.retain(|place| *place != coarser);
            for fact in &mut facts {
                fact.codes[coarser] = Some(axis::ALTOGETHER.to_owned());
            }
        }
    }

    fn rule_for(&self, question: &Question, is_one_number: bool) -> Rule {
        let adds_up = question.by().iter().all(|by| question.adds_up(*by));
        match question.measure().unit {
            Unit::Persons => Rule {
                total_printed: adds_up && !is_one_number,
                ..self.rule
            },
            Unit::Posts => Rule {
                threshold: 1,
                ..Rule::default()
            },
        }
    }

    fn table(
        &self,
        question: &Question,
        facts: &[Counted],
    ) -> std::result::Result<Table, TableError> {
        let mut dimensions = axis::dimensions(question, facts, &self.known)?;
        if dimensions.is_empty() {
            dimensions.push(disclosure::Dimension::flat("all", ["all"])?);
        }
        let mut table = Table::new(dimensions, self.notes(question))?;
        for fact in facts {
            let codes = fact.codes.iter();
            let mut codes: Vec<&str> = codes.map(|c| c.as_deref().unwrap_or(NOT_STATED)).collect();
            if codes.is_empty() {
                codes.push("all");
            }
            table.add(&codes, u64::try_from(fact.n).unwrap_or(0))?;
        }
        Ok(table)
    }

    fn notes(&self, question: &Question) -> Notes {
        let (ui, measure) = (self.ui, question.measure());
        let region = question.grouped().then_some(Dimension::Region);
        let by = region.iter().chain(question.by());
        let by: Vec<String> = by.map(|d| ui.t(d.label_key())).collect();
        let period = question.period();
        let days = [
            ("from", ui.day(period.from)),
            ("to", ui.day(period.last_day())),
        ];
        let days: Vec<(&str, &str)> = days
            .iter()
            .map(|(name, day)| (*name, day.as_str()))
            .collect();
        let when = match measure.when() {
            When::Standing => "figure-as-of",
            When::On | When::During => "figure-in-period",
        };
        let wording = [
            ui.t(&format!("figure-{}-wording", measure.id)),
            ui.ta("figure-by", &[("by", &axis::in_words(ui, &by))]),
            ui.ta(when, &days),
        ];
        Notes {
            base: ui.t(&format!("figure-{}-base", measure.id)),
            wording: wording.join(", "),
            data_date: ui.day(self.today),
            rule: self.rule_in_words(measure),
        }
    }

    fn rule_in_words(&self, measure: &Measure) -> String {
        if measure.unit == Unit::Posts {
            return self.ui.t("figure-rule-open");
        }
        let threshold = self.rule.threshold.to_string();
        let key = match self.rule.zeros {
            Zeros::Publish => "figure-rule",
            Zeros::Protect => "figure-rule-zeros",
        };
        self.ui.ta(key, &[("threshold", &threshold)])
    }

    /// No count can exceed its base, so a base close above a hidden count would narrow it. It may
    /// stand beside the table only if every hidden count could grow by a threshold.
    fn leaves_room(
        &self,
        table: &PublishedTable,
        facts: &[Counted],
        aside: &Aside,
        others: &[Counted],
    ) -> bool {
        let room = u64::from(self.rule.threshold);
        let (own, base) = (
            Sums::of(table.dimensions(), facts),
            Sums::of(aside.table.dimensions(), others),
        );
        let spread = self.question.measure().spread_over();
        let by = self.question.by();
        table
            .cells()
            .filter(|cell| cell.count.is_none())
            .all(|cell| {
                let mut labels = by.iter().zip(&cell.labels);
                let total_of_spread = labels.any(|(d, l)| Some(*d) == spread && *l == TOTAL);
                let along = aside.along.iter();
                let along: Vec<&str> = along.map(|&place| cell.labels[place]).collect();
                total_of_spread || base.at(&along) >= own.at(&cell.labels) + room
            })
    }
}

/// The total of everything that adds up, if it is printed.
fn total(table: &PublishedTable, axes: &[Axis]) -> Option<u64> {
    if axes.iter().any(|axis| !axis.adds_up) {
        return None;
    }
    table.at(&table
        .dimensions()
        .iter()
        .map(disclosure::Dimension::total)
        .collect::<Vec<_>>())?
}

fn too_fine(error: TableError) -> Error {
    match error {
        TableError::TooManyCells { .. } => refused(),
        other => Error::Internal(other.into()),
    }
}

fn refused() -> Error {
    Error::Invalid(said("figure-too-fine"))
}
