//! What the start page says of reports: which is missing, which is being built, where words are missing.

use platform::jobs;
use platform::start::{Answer, Start};
use platform::ui::Ui;
use platform::{Actor, App, Result, Role};

use super::{store, work};
use crate::texts;

pub(crate) fn start<'a>(app: &'a App, actor: &'a Actor, ui: &'a Ui) -> Answer<'a> {
    Box::pin(async move {
        match actor.role {
            Role::Coordinator | Role::Evaluator => of(app, actor, ui, true).await,
            Role::ProgrammeLead => of(app, actor, ui, false).await,
            Role::CaseManager
            | Role::TeamLead
            | Role::Partner
            | Role::SiteAdmin
            | Role::Auditor => Ok(Start::default()),
        }
    })
}

/// The report of last year, by who may write in it or not.
async fn of(app: &App, actor: &Actor, ui: &Ui, writes: bool) -> Result<Start> {
    let mut tx = app.db.read().await?;
    let year = app.clock.today().year() - 1;
    let said = year.to_string();
    let named = [("year", said.as_str())];
    let mut start = Start::default();
    let newest = jobs::store::newest(&mut tx, actor, work::BUILD.name, 10).await?;
    for job in newest.iter().filter(|job| !job.state.is_over()) {
        start.hand(ui.t("report-in-work"), format!("/reports/work/{}", job.id));
    }
    if !store::years(&mut tx, actor).await?.contains(&year) {
        start.hand(ui.ta("start-report-missing", &named), "/reports");
    }
    if writes {
        let written = texts::written(&mut tx, actor.site, year).await?;
        if !written
            .iter()
            .any(|text| text.by_site == actor.site.is_some())
        {
            let href = format!("/reports/{year}/texts");
            start.hand(ui.ta("start-texts-missing", &named), href);
        }
    }
    Ok(start)
}
