//! The figures at a glance of the start page: cells of the tables that the figures' page shows.

use platform::start::{Answer as Share, Start};
use platform::ui::Ui;
use platform::{Actor, App, Result, Role};

use super::{Answer, Axis, desk, web};

/// Measures and by what they are counted.
const SHOWN: [(&str, &str); 3] = [
    ("stock", "quarter"),
    ("entries", "quarter"),
    ("exits", "quarter"),
];

/// What stands over each of them.
const LABELS: [&str; 3] = ["start-stock", "start-entries", "start-exits"];

pub(crate) fn start<'a>(app: &'a App, actor: &'a Actor, ui: &'a Ui) -> Share<'a> {
    Box::pin(async move {
        match actor.role {
            Role::Coordinator | Role::Evaluator | Role::ProgrammeLead => of(app, actor, ui).await,
            Role::CaseManager
            | Role::TeamLead
            | Role::Partner
            | Role::SiteAdmin
            | Role::Auditor => Ok(Start::default()),
        }
    })
}

async fn of(app: &App, actor: &Actor, ui: &Ui) -> Result<Start> {
    let period = web::usual_period(app.clock.today())?;
    let mut start = Start::default();
    let answers = desk::ask_each(app, actor, ui, &SHOWN, period).await?;
    for (label, answer) in LABELS.into_iter().zip(&answers) {
        start.tile(label, last(ui, answer), "/statistics");
    }
    Ok(start)
}

/// What the table says of the last quarter.
fn last(ui: &Ui, answer: &Answer) -> String {
    let quarters = answer.axes().first();
    let quarters = quarters.filter(|axis| !axis.is_told_as_one());
    let quarters = quarters.map(Axis::categories);
    let newest = quarters.and_then(Iterator::last);
    let count = newest.and_then(|(place, _)| answer.count(&[place]));
    let count = count.and_then(|count| i64::try_from(count).ok());
    count.map_or_else(|| ui.t("figure-hidden"), |count| ui.number(count))
}
