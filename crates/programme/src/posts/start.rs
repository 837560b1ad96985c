//! Posts that need a hand: vacant, about to end, or none at all.

use jiff::ToSpan;
use platform::start::{Answer, Start};
use platform::ui::Ui;
use platform::{Actor, App, Result, Role};

use super::{Fte, Post, store};
use crate::sites;

/// Ends within these days are told.
const DAYS_AHEAD: i64 = 90;

pub(crate) fn start<'a>(app: &'a App, actor: &'a Actor, ui: &'a Ui) -> Answer<'a> {
    Box::pin(async move {
        match actor.role {
            Role::Coordinator | Role::SiteAdmin => own(app, actor, ui).await,
            Role::ProgrammeLead => all(app, ui).await,
            Role::CaseManager
            | Role::TeamLead
            | Role::Partner
            | Role::Evaluator
            | Role::Auditor => Ok(Start::default()),
        }
    })
}

async fn own(app: &App, actor: &Actor, ui: &Ui) -> Result<Start> {
    let today = app.clock.today();
    let mut tx = app.db.read().await?;
    let posts = store::of_site(&mut tx, actor.own_site()?).await?;
    let running: Vec<&Post> = posts.iter().filter(|post| post.exists_on(today)).collect();
    let fte: Fte = running.iter().map(|post| post.fte).sum();
    let mut start = Start::default();
    start.tile("post-fte-today", ui.decimal(fte.hundredths()), "/site");
    if running.is_empty() {
        start.hand(ui.t("posts-empty"), "/site/posts/new");
    }
    let vacant = running.iter().filter(|post| post.account.is_none()).count();
    if vacant > 0 {
        start.hand(ui.tn("start-posts-vacant", vacant), "/site");
    }
    let horizon = today.saturating_add(DAYS_AHEAD.days());
    let ends = running.iter().filter_map(|post| post.last_day());
    let ends: Vec<_> = ends.filter(|day| *day <= horizon).collect();
    if let Some(first) = ends.iter().min() {
        let said = ui.tn("start-posts-ending", ends.len());
        let first = ui.ta("start-posts-first-end", &[("day", &ui.day(*first))]);
        start.hand(format!("{said} {first}"), "/site");
    }
    Ok(start)
}

async fn all(app: &App, ui: &Ui) -> Result<Start> {
    let mut tx = app.db.read().await?;
    let sites = sites::overview_on(&mut tx, app.clock.today()).await?;
    let fte: Fte = sites.iter().map(|site| site.fte).sum();
    let without = sites.iter().filter(|site| site.posts == 0).count();
    let mut start = Start::default();
    start.tile("sites-title", ui.number(sites.len()), "/sites");
    start.tile("post-fte-today", ui.decimal(fte.hundredths()), "/sites");
    if without > 0 {
        let text = ui.tn("start-sites-without-posts", without);
        start.hand(text, "/sites?sort=posts");
    }
    Ok(start)
}
