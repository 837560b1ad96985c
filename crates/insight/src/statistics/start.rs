//! The figures at a glance of the start page: cells of the tables that the figures' page shows.

use platform::start::{Answer as Share, Start};
use platform::ui::Ui;
use platform::{Actor, App, Error, Result, Role};

use super::{Answer, Axis, Question, web};

/// Text key and measure; each is counted by quarter.
const SHOWN: [(&str, &str); 3] = [
    ("start-stock", "stock"),
    ("start-entries", "entries"),
    ("start-exits", "exits"),
];

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
    for (label, measure) in SHOWN {
        let question = Question::parse(measure, "quarter", period).map_err(Error::Invalid)?;
        let answer = web::ask(app, actor, ui, &question).await?;
        start.tile(label, last(ui, &answer), "/statistics");
    }
    Ok(start)
}

/// What the table says of the last quarter.
fn last(ui: &Ui, answer: &Answer) -> String {
    let quarters = answer.axes().first().map(Axis::categories);
    let newest = quarters.and_then(Iterator::last);
    let count = newest.and_then(|(place, _)| answer.count(&[place]));
    let count = count.and_then(|count| i64::try_from(count).ok());
    count.map_or_else(|| ui.t("figure-hidden"), |count| ui.number(count))
}
