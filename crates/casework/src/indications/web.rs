use askama::Template;
use axum::extract::State;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, Actor, App, Form, Path, Result, Role, Routes, page, page_as, see_other_with};
use serde_json::json;

use super::{Change, IndicationForm, store};
use crate::cases::{self, Case, CaseId};
use crate::codes::{Exception, Indication, Stage};
use crate::link::CaseLink;
use crate::openings::{self, Deviation};
use crate::people::NewPerson;

const CHANGE: Act = Act::new("case.indicate", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/indication", CHANGE, edit)
        .post("/cases/{id}/indication", CHANGE, save)
}

#[derive(Template)]
#[template(path = "indications/templates/edit.html")]
struct CaseIndication {
    ui: Ui,
    case: CaseLink,
    present: Indication,
    form: IndicationForm,
    indications: Vec<Choice>,
    exceptions: Vec<Choice>,
    stages: Vec<Choice>,
    deviations: Vec<Deviation>,
    errors: FieldErrors,
}

impl CaseIndication {
    fn new(ui: Ui, case: &Case, form: IndicationForm) -> CaseIndication {
        let reachable = Stage::ALL.iter().filter(|stage| case.may_move_to(**stage));
        let stages = reachable.map(|stage| {
            Choice::new(stage.code(), ui.t(stage.label_key())).chosen_if(stage.code() == form.stage)
        });
        CaseIndication {
            indications: Indication::choices(&ui, Indication::parse(&form.indication)),
            exceptions: Exception::choices(&ui, Exception::parse(&form.exception)),
            stages: stages.collect(),
            case: CaseLink::to(case),
            present: case.indication,
            deviations: Vec::new(),
            errors: FieldErrors::none(),
            form,
            ui,
        }
    }

    fn refused(self, errors: FieldErrors) -> Result<Response> {
        page_as(errors.status(), &CaseIndication { errors, ..self })
    }
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let form = IndicationForm::of(&case, app.clock.today());
    page(&CaseIndication::new(ui, &case, form))
}

async fn save(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(mut form): Form<IndicationForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    case.must_be_open()?;
    let today = app.clock.today();
    let read = if form.version == case.version {
        form.read(&case, today)
    } else {
        form.version = case.version;
        Err(FieldErrors::overtaken(case.told(&ui)))
    };
    let again = CaseIndication::new(ui, &case, form);
    let change = match read {
        Ok(change) => change,
        Err(errors) => return again.refused(errors),
    };
    let keys = app.keys.site(&mut tx, case.site).await?;
    let (nobody, on) = (NewPerson::default(), change.counted_on(&case));
    let facts =
        openings::store::entry_facts(&mut tx, &keys, case.site, case.person, &nobody, on).await?;
    let deviations = change.unexplained(&facts);
    if !deviations.is_empty() {
        let again = CaseIndication {
            deviations,
            ..again
        };
        return again.refused(FieldErrors::one("exception", "opening-exception-needed"));
    }
    let reached_on = change.entered_on.unwrap_or(today);
    store::save(&mut tx, &case, &change, &facts, reached_on).await?;
    audit::record(&mut tx, &actor, app.clock.now(), entry(&case, &change)).await?;
    tx.commit().await?;
    see_other_with(&again.case.href, "indication-saved")
}

fn entry(case: &Case, change: &Change) -> Entry {
    Entry::new(CHANGE, "case", case.id.0).with(json!({
        "before": case.indication.code(),
        "indication": change.indication.code(),
        "on": change.entered_on,
        "exception": change.exception.map(Exception::code),
        "stage": change.stage.map(Stage::code),
    }))
}
