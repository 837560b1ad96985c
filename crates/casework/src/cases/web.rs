use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::store::Parts;
use super::{Case, CaseId, editable, store, visible};
use crate::closures::Closure;
use crate::codes::Stage;
use crate::people::{Birth, Person, ages_on};
use crate::{contacts, deletions, entitlements, needs, outcomes, plans, statuses};

pub const SHOW: Act = Act::new("case.read", &[Role::CaseManager, Role::TeamLead]);
const MOVE: Act = Act::new("case.move", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}", SHOW, show)
        .post("/cases/{id}/stage", MOVE, move_on)
}

#[derive(Template)]
#[template(path = "cases/templates/show.html")]
struct CaseShow {
    ui: Ui,
    name: String,
    facts: Facts,
    stages: Vec<StageMark>,
    next: Vec<Choice>,
    /// What is done in the case, and what is known; each area renders its own.
    work: Vec<String>,
    known: Vec<String>,
    /// When, and how it ended.
    closed: Option<(String, String)>,
    calm: FieldErrors,
    case: Case,
    may_edit: bool,
    may_delete: bool,
    stands_in: bool,
}

impl CaseShow {
    fn at(&self, part: &str) -> String {
        format!("/cases/{}/{part}", self.case.id)
    }
}

/// What is known of the person, in words.
struct Facts {
    age: String,
    sex: String,
    nationalities: String,
    entered_germany: String,
    reach: Vec<String>,
    status_at_entry: String,
}

/// One place of the stage bar.
struct StageMark {
    label: String,
    current: bool,
    since: String,
}

async fn show(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = visible(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let course = store::course(&mut tx, &case).await?;
    let parts = Parts::load(&mut tx, &case).await?;
    let background = entitlements::background(&mut tx, &case, &person).await?;
    let today = app.clock.today();
    let changes = entitlements::changes(&mut tx, (&ui, &actor), &case, &background, today).await?;
    let work = vec![
        changes,
        plans::panel(&ui, &actor, &case, &parts.goals, today)?,
        contacts::panel(&ui, &actor, &case, &parts.contacts)?,
        needs::panel(&ui, &actor, &case, &parts.needs)?,
    ];
    let known = vec![
        statuses::panel(&ui, &actor, &case, &parts.statuses, today)?,
        entitlements::panel(&ui, &actor, &case, &background, today)?,
        outcomes::panel(&ui, &actor, &case, &parts.outcomes, today)?,
    ];
    let may_edit = actor.role == Role::CaseManager;
    let entry = Entry::new(SHOW, "case", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    page(&CaseShow {
        name: named(&ui, &person),
        facts: facts(&ui, &app, &case, &person),
        stages: marks(&ui, &case, &course),
        next: next_stages(&ui, &case),
        work,
        known,
        closed: case.closure.map(|closure| closed(&ui, closure)),
        calm: FieldErrors::none(),
        may_edit,
        may_delete: deletions::web::DELETE.is_open_to(actor.role) && !case.is_open(),
        stands_in: may_edit && case.worker.is_some_and(|worker| worker != actor.account),
        case,
        ui,
    })
}

pub(crate) fn named(ui: &Ui, person: &Person) -> String {
    let name = person.identity.full_name();
    if name.is_empty() {
        ui.t("person-unnamed")
    } else {
        name
    }
}

fn closed(ui: &Ui, closure: Closure) -> (String, String) {
    let day = ui.day(closure.closed_on);
    let (reason, outcome) = (closure.reason.label_key(), closure.outcome.label_key());
    let title = ui.ta("case-closed-on", &[("day", &day)]);
    (title, format!("{} · {}", ui.t(reason), ui.t(outcome)))
}

fn facts(ui: &Ui, app: &App, case: &Case, person: &Person) -> Facts {
    let dash = || "–".to_owned();
    let today = app.clock.today();
    let age = person.birth().map(|birth| age(ui, birth, today));
    let names: Vec<&str> = person
        .nationalities
        .iter()
        .map(|code| code.name(ui.lang()))
        .collect();
    let identity = &person.identity;
    let reach = [&identity.phone, &identity.email, &identity.address];
    Facts {
        age: age.unwrap_or_else(dash),
        sex: person.sex.map_or_else(dash, |sex| ui.t(sex.label_key())),
        nationalities: if names.is_empty() {
            dash()
        } else {
            names.join(", ")
        },
        entered_germany: person.entered_germany.map_or_else(dash, |day| day.said(ui)),
        reach: reach.into_iter().flatten().cloned().collect(),
        status_at_entry: case
            .status_at_entry
            .as_ref()
            .map_or_else(dash, |code| statuses::label(ui, code)),
    }
}

/// From a birth year alone, both ages that it can mean.
fn age(ui: &Ui, birth: Birth, today: Date) -> String {
    let born = match birth {
        Birth::Day(day) => ui.day(day),
        Birth::Year(year) => year.to_string(),
    };
    let (least, most) = ages_on(birth, today);
    let (least, most) = (least.to_string(), most.to_string());
    if least == most {
        return ui.ta("person-age-and-birth", &[("age", &most), ("born", &born)]);
    }
    let said = [("least", &*least), ("most", &*most), ("born", &*born)];
    ui.ta("person-age-unsure-and-birth", &said)
}

fn marks(ui: &Ui, case: &Case, course: &[(Stage, Date)]) -> Vec<StageMark> {
    let mark = |stage: &Stage| {
        let last = course.iter().rev().find(|(reached, _)| reached == stage);
        StageMark {
            label: ui.t(stage.label_key()),
            current: *stage == case.stage,
            since: last.map_or(String::new(), |(_, day)| ui.day(*day)),
        }
    };
    Stage::ALL.iter().map(mark).collect()
}

/// Every stage but the present one and the closing, which has its own page.
fn next_stages(ui: &Ui, case: &Case) -> Vec<Choice> {
    let others = Stage::ALL.iter().filter(|stage| case.may_move_to(**stage));
    let following = others.clone().find(|stage| **stage > case.stage).copied();
    others
        .map(|stage| {
            Choice::new(stage.code(), ui.t(stage.label_key())).chosen_if(Some(*stage) == following)
        })
        .collect()
}

#[derive(Deserialize)]
struct StageForm {
    #[serde(default)]
    stage: String,
    #[serde(default)]
    version: i64,
}

async fn move_on(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<CaseId>,
    Form(form): Form<StageForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    case.must_be_at(form.version)?;
    let stage = Stage::parse(&form.stage).filter(|stage| case.may_move_to(*stage));
    let stage = stage.ok_or_else(|| Error::Invalid(said("field-unknown-choice")))?;
    store::save_stage(&mut tx, &case, stage, app.clock.today()).await?;
    let facts = json!({"from": case.stage.code(), "to": stage.code()});
    let entry = Entry::new(MOVE, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "case-moved")
}
