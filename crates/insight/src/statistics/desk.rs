//! Answers for who is signed in: within their scope, from the facts that are kept, and with the proof
//! of what was shown.

use futures_util::future::try_join_all;
use platform::ui::Ui;
use platform::{Actor, App, Error, Result};

use super::facts::{Facts, Ledger};
use super::{Answer, Period, Question, Scope, prepare, store};

/// Answers a question.
pub(super) async fn ask(app: &App, actor: &Actor, ui: &Ui, question: &Question) -> Result<Answer> {
    let facts = facts(app, actor).await?;
    answer(app, actor, ui, &facts, question).await
}

/// Answers for measures with what each is broken down by, side by side and from the same facts.
pub(super) async fn ask_each(
    app: &App,
    actor: &Actor,
    ui: &Ui,
    asked: &[(&str, &str)],
    period: Period,
) -> Result<Vec<Answer>> {
    let facts = &facts(app, actor).await?;
    let answer = |(measure, by): &(&str, &str)| {
        let question = Question::parse(measure, by, period).map_err(Error::Invalid);
        async move { answer(app, actor, ui, facts, &question?).await }
    };
    try_join_all(asked.iter().map(answer)).await
}

async fn facts(app: &App, actor: &Actor) -> Result<Facts> {
    let scope = Scope::of(actor).ok_or(Error::NotFound)?;
    Ok(app.shelf.of::<Ledger>().facts(&app.db, scope).await?)
}

/// Without a connection while it is counted and protected.
async fn answer(
    app: &App,
    actor: &Actor,
    ui: &Ui,
    facts: &Facts,
    question: &Question,
) -> Result<Answer> {
    let site = actor.audit_site();
    let mut tx = app.db.read().await?;
    let prepared = prepare(&mut tx, facts, question, app.clock.today()).await?;
    drop(tx);
    let answer = prepared.answer(ui).await?;
    let mut tx = app.db.read().await?;
    let is_kept = store::is_kept(&mut tx, site, &answer).await?;
    drop(tx);
    if !is_kept {
        let mut tx = app.db.write().await?;
        store::keep(&mut tx, site, &answer, app.clock.now()).await?;
        tx.commit().await?;
    }
    Ok(answer)
}
