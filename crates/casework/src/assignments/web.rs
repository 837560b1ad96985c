use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::accounts::{self, Account};
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    AccountId, Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as,
    see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::{Assignment, Substitution, SubstitutionId, check_substitution, store};
use crate::cases::{self, CaseId, CaseNumber};
use crate::fields::{self, Bounds};

const ASSIGN: Act = Act::new("case.assign", &[Role::CaseManager]);
pub const LIST: Act = Act::new("substitution.list", &[Role::CaseManager, Role::TeamLead]);
const ADD: Act = Act::new("substitution.add", &[Role::CaseManager, Role::TeamLead]);
const END: Act = Act::new("substitution.end", &[Role::CaseManager, Role::TeamLead]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/worker", ASSIGN, edit)
        .post("/cases/{id}/worker", ASSIGN, assign)
        .get("/substitutions", LIST, index)
        .post("/substitutions", ADD, add)
        .delete("/substitutions/{id}", END, end)
}

#[derive(Template)]
#[template(path = "assignments/templates/worker.html")]
struct CaseWorker {
    ui: Ui,
    heading: &'static str,
    lead: &'static str,
    case: CaseId,
    number: CaseNumber,
    back: String,
    version: i64,
    workers: Vec<Choice>,
    history: Vec<Assignment>,
    errors: FieldErrors,
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let colleagues = accounts::store::holders(&mut tx, case.site, Role::CaseManager).await?;
    // A case nobody has is most often opened here by the one who takes it.
    let (proposed, heading, lead) = match case.worker {
        None => (actor.account, "case-take-over", "case-take-over-lead"),
        Some(worker) => (worker, "case-hand-over", "case-hand-over-lead"),
    };
    page(&CaseWorker {
        heading,
        lead,
        workers: choices(&colleagues, Some(proposed)),
        history: store::of_case(&mut tx, &case).await?,
        ui,
        case: id,
        number: case.number.clone(),
        back: format!("/cases/{id}"),
        version: case.version,
        errors: FieldErrors::none(),
    })
}

fn choices(accounts: &[Account], chosen: Option<AccountId>) -> Vec<Choice> {
    let choice = |account: &Account| {
        Choice::new(account.id.to_string(), account.name.clone())
            .chosen_if(chosen == Some(account.id))
    };
    accounts.iter().map(choice).collect()
}

#[derive(Deserialize)]
struct WorkerForm {
    /// Empty: nobody.
    #[serde(default)]
    worker: String,
    #[serde(default)]
    version: i64,
}

async fn assign(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<CaseId>,
    Form(form): Form<WorkerForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_at(form.version)?;
    let colleagues = accounts::store::holders(&mut tx, case.site, Role::CaseManager).await?;
    let worker = match form.worker.as_str() {
        "" => None,
        text => {
            let known = colleagues
                .iter()
                .find(|account| account.id.to_string() == text);
            Some(known.ok_or(Error::NotFound)?.id)
        }
    };
    if worker != case.worker {
        store::save_worker(&mut tx, &case, worker, app.clock.today()).await?;
        let facts = json!({"from": case.worker, "to": worker});
        let entry = Entry::new(ASSIGN, "case", id.0).with(facts);
        audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
        tx.commit().await?;
    }
    let stays = worker.is_none() || worker == Some(actor.account);
    let to = if stays {
        format!("/cases/{id}")
    } else {
        "/cases".to_owned()
    };
    see_other_with(&to, "case-assigned")
}

#[derive(Template)]
#[template(path = "assignments/templates/substitutions.html")]
struct SubstitutionIndex {
    ui: Ui,
    rows: Vec<Substitution>,
    /// A team lead says for whom; a case manager asks for oneself.
    workers: Option<Vec<Choice>>,
    deputies: Vec<Choice>,
    from_on: String,
    last_on: String,
    errors: FieldErrors,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SubstitutionForm {
    worker: String,
    deputy: String,
    from_on: String,
    last_on: String,
}

async fn index(State(app): State<App>, actor: Actor, ui: Ui) -> Result<Response> {
    let form = SubstitutionForm {
        from_on: app.clock.today().to_string(),
        ..SubstitutionForm::default()
    };
    page(&listed(&app, &actor, ui, form, FieldErrors::none()).await?)
}

async fn listed(
    app: &App,
    actor: &Actor,
    ui: Ui,
    form: SubstitutionForm,
    errors: FieldErrors,
) -> Result<SubstitutionIndex> {
    let mut tx = app.db.read().await?;
    let site = actor.own_site()?;
    let leads = actor.role == Role::TeamLead;
    let of = (!leads).then_some(actor.account);
    let colleagues = accounts::store::holders(&mut tx, site, Role::CaseManager).await?;
    let others: Vec<Account> = colleagues
        .iter()
        .filter(|account| leads || account.id != actor.account)
        .cloned()
        .collect();
    Ok(SubstitutionIndex {
        rows: store::substitutions(&mut tx, site, of, app.clock.today()).await?,
        workers: leads.then(|| choices(&colleagues, form.worker.parse().ok())),
        deputies: choices(&others, form.deputy.parse().ok()),
        ui,
        from_on: form.from_on,
        last_on: form.last_on,
        errors,
    })
}

async fn add(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Form(form): Form<SubstitutionForm>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let mut tx = app.db.write().await?;
    let colleagues = accounts::store::holders(&mut tx, site, Role::CaseManager).await?;
    let read = read(&form, &actor, &colleagues, app.clock.today());
    let (who, from_on, to_on) = match read {
        Ok(read) => read,
        Err(errors) => {
            drop(tx);
            let again = listed(&app, &actor, ui, form, errors).await?;
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let id = store::insert_substitution(&mut tx, site, who, from_on, to_on).await?;
    let facts = json!({"worker": who.0, "deputy": who.1, "from": from_on, "to": to_on});
    let entry = Entry::new(ADD, "substitution", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/substitutions", "substitution-saved")
}

type Span = ((AccountId, AccountId), jiff::civil::Date, jiff::civil::Date);

fn read(
    form: &SubstitutionForm,
    actor: &Actor,
    colleagues: &[Account],
    today: jiff::civil::Date,
) -> std::result::Result<Span, FieldErrors> {
    let mut errors = FieldErrors::none();
    let known = |text: &str| {
        let mut all = colleagues.iter();
        all.find(|account| account.id.to_string() == text)
            .map(|account| account.id)
    };
    let worker = match actor.role {
        Role::TeamLead => fields::chosen(&mut errors, "worker", &form.worker, known),
        _ => Some(actor.account),
    };
    let deputy = fields::chosen(&mut errors, "deputy", &form.deputy, known);
    let bounds = Bounds::until(today);
    let from_on = fields::work_day(&mut errors, "from_on", &form.from_on, bounds);
    let last_on = fields::work_day(&mut errors, "last_on", &form.last_on, bounds);
    if from_on.is_none() {
        errors.add("from_on", "field-required");
    }
    if last_on.is_none() {
        errors.add("last_on", "field-required");
    }
    let (Some(worker), Some(deputy), Some(from_on), Some(last_on)) =
        (worker, deputy, from_on, last_on)
    else {
        return Err(errors);
    };
    let to_on = last_on.saturating_add(jiff::Span::new().days(1));
    check_substitution(worker, deputy, from_on, to_on).or_ok(((worker, deputy), from_on, to_on))
}

async fn end(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<SubstitutionId>,
) -> Result<Response> {
    let site = actor.own_site()?;
    let today = app.clock.today();
    let mut tx = app.db.write().await?;
    let of = (actor.role != Role::TeamLead).then_some(actor.account);
    let running = store::substitutions(&mut tx, site, of, today).await?;
    if !running.iter().any(|substitution| substitution.id == id) {
        return Err(Error::NotFound);
    }
    store::end_substitution(&mut tx, site, id, today).await?;
    let entry = Entry::new(END, "substitution", id.0);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with("/substitutions", "substitution-ended")
}
