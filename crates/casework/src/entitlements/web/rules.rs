//! A rule with all its versions.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use law::Rules;
use law::rules::RuleVersion;
use platform::ui::Ui;
use platform::{Actor, App, Error, Path, Result, page};

use super::shown;
use crate::notices::{self, ShownNotice};

#[derive(Template)]
#[template(path = "entitlements/templates/rule.html")]
struct RuleShow {
    ui: Ui,
    id: String,
    title: &'static str,
    parts: Vec<Part>,
    notices: Vec<ShownNotice>,
    contact: String,
}

/// One row of a question, one condition of a path, or the whole deadline.
struct Part {
    name: &'static str,
    versions: Vec<Version>,
}

struct Version {
    rule: RuleVersion<'static>,
    /// Text key and badge of what it answers.
    result: Option<(&'static str, &'static str)>,
    in_force: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<String>,
) -> Result<Response> {
    let today = app.clock.today();
    let versions = Rules::embedded()
        .history()
        .filter(|version| version.id == id);
    let versions: Vec<_> = versions.collect();
    let title = versions.last().ok_or(Error::NotFound)?.title;
    let mut tx = app.db.read().await?;
    let local = notices::store::of_site(&mut tx, actor.own_site()?).await?;
    let mut notices = notices::in_force(&local, today);
    notices.retain(|notice| notice.about.contains(&id));
    page(&RuleShow {
        parts: parts(versions, today),
        id,
        title,
        notices,
        contact: super::caution(&ui, today),
        ui,
    })
}

/// Parts in the order of the rules, the newest version of each first.
fn parts(versions: Vec<RuleVersion<'static>>, today: Date) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for rule in versions {
        let name = rule.part;
        let version = Version {
            result: rule.result.map(shown::result),
            in_force: holds_on(&rule, today),
            rule,
        };
        match parts.iter_mut().find(|part| part.name == name) {
            Some(part) => part.versions.insert(0, version),
            None => parts.push(Part {
                name,
                versions: vec![version],
            }),
        }
    }
    parts
}

fn holds_on(rule: &RuleVersion<'_>, on: Date) -> bool {
    let begun = rule.law.valid_from.is_none_or(|from| from <= on);
    begun && rule.law.valid_to.is_none_or(|to| on <= to)
}
