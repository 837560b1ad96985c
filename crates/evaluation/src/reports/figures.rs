//! The questions that a report asks; the only file that knows how answers are made.

use db::Tx;
use insight::statistics::{Answer, Dimension, Facts, Measure, Period, Question, answer, keep};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::ui::Ui;
use platform::{Error, Result, SiteId};

use super::report::{Edition, Figures, Place};
use super::told::{Axis, Node, Told};

/// The certificates of all tables of a report.
#[derive(Clone, Debug, Default)]
pub struct Proofs(Vec<Answer>);

impl Proofs {
    /// Stores them; those that are there already stay.
    ///
    /// # Errors
    /// If the database cannot store them.
    pub async fn keep(&self, tx: &mut Tx, site: Option<SiteId>, now: Timestamp) -> Result<()> {
        for answer in &self.0 {
            keep(tx, site.unwrap_or(SiteId::PROGRAMME), answer, now).await?;
        }
        Ok(())
    }
}

/// All figures of an edition, of a site or of the whole programme.
pub(super) async fn ask(
    tx: &mut Tx,
    ui: &Ui,
    facts: &Facts,
    edition: &Edition,
) -> Result<(Figures, Proofs)> {
    use Dimension::{
        AgeClass, Domain, Nationality, Outcome, Quarter, Sex, Site, StatusGroup, Year,
    };
    let mut desk = Desk {
        tx,
        ui,
        facts,
        period: Period::new(edition.from, edition.to).map_err(Error::Invalid)?,
        data_date: edition.data_date,
        proofs: Proofs::default(),
    };
    let quarters = Period::new(edition.first_quarter, edition.to).map_err(Error::Invalid)?;
    let sites = match edition.place {
        Place::Programme { .. } => Some(desk.ask("entries", &[Site]).await?),
        Place::Site { .. } => None,
    };
    let figures = Figures {
        entries: desk.during(quarters, "entries", &[Quarter]).await?,
        exits: desk.during(quarters, "exits", &[Quarter]).await?,
        stock: desk.during(quarters, "stock", &[Quarter]).await?,
        sites,
        groups: desk.ask("entries", &[StatusGroup, Sex]).await?,
        ages: desk.ask("entries", &[AgeClass]).await?,
        nationalities: desk.ask("entries", &[Nationality]).await?,
        needs: desk.ask("needs", &[Domain]).await?,
        outcomes: desk.ask("outcomes", &[Outcome, Year]).await?,
        consultations: desk.ask("consultations", &[Year]).await?,
        addressed: desk.ask("addressed", &[Year]).await?,
        counselled: desk.ask("counselled", &[Year]).await?,
    };
    Ok((figures, desk.proofs))
}

struct Desk<'a> {
    tx: &'a mut Tx,
    ui: &'a Ui,
    facts: &'a Facts,
    period: Period,
    data_date: Date,
    proofs: Proofs,
}

impl Desk<'_> {
    async fn ask(&mut self, measure: &'static str, by: &[Dimension]) -> Result<Told> {
        self.during(self.period, measure, by).await
    }

    async fn during(
        &mut self,
        period: Period,
        measure: &'static str,
        by: &[Dimension],
    ) -> Result<Told> {
        let unknown = || Error::Internal(anyhow::anyhow!("no measure {measure}"));
        let measure = Measure::find(measure).ok_or_else(unknown)?;
        let question = Question::new(measure, by, period).map_err(Error::Invalid)?;
        let found = answer(self.tx, self.ui, self.facts, &question, self.data_date).await?;
        let told = told(&found);
        self.proofs.0.push(found);
        Ok(told)
    }
}

fn told(answer: &Answer) -> Told {
    let axes = answer.axes().iter().map(|axis| Axis {
        label: axis.label.clone(),
        nodes: axis
            .nodes
            .iter()
            .map(|node| Node {
                label: node.label.clone(),
                is_shown: node.is_shown,
            })
            .collect(),
    });
    Told {
        table: answer.table().clone(),
        axes: axes.collect(),
    }
}
