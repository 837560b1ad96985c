//! What the start page tells those who keep accounts and those who watch the trail.

use jiff::SignedDuration;

use crate::start::{Answer, Start};
use crate::ui::Ui;
use crate::{Actor, App, Result, Role, accounts, audit};

/// Refused sign-ins of this time are told.
const REFUSED_HOURS: i64 = 7 * 24;
/// Files that were opened with a reason in this time are told.
const INSPECTED_HOURS: i64 = 30 * 24;
/// The trail should be walked at least this often.
const VERIFIED_HOURS: i64 = 90 * 24;

pub(crate) fn start<'a>(app: &'a App, actor: &'a Actor, ui: &'a Ui) -> Answer<'a> {
    Box::pin(async move {
        match actor.role {
            Role::SiteAdmin => staff(app, actor, ui).await,
            Role::Auditor => trail(app, actor, ui).await,
            Role::CaseManager
            | Role::TeamLead
            | Role::Coordinator
            | Role::Partner
            | Role::Evaluator
            | Role::ProgrammeLead => Ok(Start::default()),
        }
    })
}

async fn staff(app: &App, actor: &Actor, ui: &Ui) -> Result<Start> {
    let mut tx = app.db.read().await?;
    let held = accounts::store::of_site(&mut tx, actor.own_site()?).await?;
    let mut start = Start::default();
    for role in accounts::GIVEN_AT_SITES {
        let is_held = held.iter().any(|(who, one)| *one == role && !who.locked);
        if !is_held {
            let name = ui.t(role.label_key());
            start.hand(ui.ta("start-role-vacant", &[("role", &name)]), "/accounts");
        }
    }
    let people = accounts::by_person(held).len();
    start.tile("accounts-title", ui.number(people), "/accounts");
    Ok(start)
}

async fn trail(app: &App, actor: &Actor, ui: &Ui) -> Result<Start> {
    let (site, now) = (actor.own_site()?, app.clock.now());
    let ago = |hours| now - SignedDuration::from_hours(hours);
    let mut tx = app.db.read().await?;
    let mut start = Start::default();
    let refused =
        audit::store::count_since(&mut tx, site, "session.refuse", ago(REFUSED_HOURS)).await?;
    if refused > 0 {
        let text = ui.tn("start-refused", refused);
        start.hand(text, "/audit?act=session.refuse");
    }
    let inspected =
        audit::store::count_since(&mut tx, site, "case.inspect", ago(INSPECTED_HOURS)).await?;
    if inspected > 0 {
        let text = ui.tn("start-inspected", inspected);
        start.hand(text, "/audit?act=case.inspect");
    }
    let verified =
        audit::store::count_since(&mut tx, site, "audit.verify", ago(VERIFIED_HOURS)).await?;
    if verified == 0 {
        start.hand(ui.t("start-unverified"), "/audit");
    }
    Ok(start)
}
