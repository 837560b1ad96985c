use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use crate::cases::{self, Case, CaseId};
use crate::codes::AccessPath;
use crate::fields;
use crate::people::{self, NewPerson, Person, PersonForm, nationalities};

const EDIT: Act = Act::new("person.edit", &[Role::CaseManager]);

pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/person", EDIT, edit)
        .post("/cases/{id}/person", EDIT, save)
}

#[derive(Clone, Deserialize)]
struct DetailsForm {
    #[serde(flatten)]
    person: PersonForm,
    #[serde(default)]
    access_path: String,
    #[serde(default)]
    district: String,
    /// Versions of person and case, as `3.7`.
    #[serde(default)]
    versions: String,
}

#[derive(Template)]
#[template(path = "details/templates/edit.html")]
struct PersonEdit {
    ui: Ui,
    case: CaseId,
    number: String,
    back: String,
    form: DetailsForm,
    sexes: Vec<Choice>,
    first: Vec<Choice>,
    second: Vec<Choice>,
    paths: Vec<Choice>,
    errors: FieldErrors,
}

fn editing(ui: Ui, case: &Case, form: DetailsForm, errors: FieldErrors) -> PersonEdit {
    PersonEdit {
        sexes: form.person.sexes(&ui),
        first: nationalities(&ui, &form.person.nationality),
        second: nationalities(&ui, &form.person.second_nationality),
        paths: AccessPath::choices(&ui, AccessPath::parse(&form.access_path)),
        ui,
        case: case.id,
        number: case.number.to_string(),
        back: format!("/cases/{}", case.id),
        form,
        errors,
    }
}

fn versions(person: &Person, case: &Case) -> String {
    format!("{}.{}", person.version, case.version)
}

async fn edit(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
) -> Result<Response> {
    let mut tx = app.db.read().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let form = DetailsForm {
        person: PersonForm::of(&person, &ui),
        access_path: case.access_path.map_or("", AccessPath::code).to_owned(),
        district: case.district.clone().unwrap_or_default(),
        versions: versions(&person, &case),
    };
    page(&editing(ui, &case, form, FieldErrors::none()))
}

async fn save(
    State(app): State<App>,
    actor: Actor,
    ui: Ui,
    Path(id): Path<CaseId>,
    Form(form): Form<DetailsForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    if form.versions != versions(&person, &case) {
        return Err(Error::Conflict(said("error-conflict")));
    }
    let mut errors = FieldErrors::none();
    let typed = form
        .person
        .read(&mut errors, case.opened_on, app.clock.today());
    let path = match form.access_path.as_str() {
        "" => None,
        code => fields::chosen(&mut errors, "access_path", code, AccessPath::parse),
    };
    let district = fields::note(&mut errors, "district", &form.district, 80);
    if !errors.is_empty() {
        let again = editing(ui, &case, form, errors);
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let keys = app.keys.site(&mut tx, case.site).await?;
    let person = changed(&person, &typed);
    if !people::store::save(&mut tx, &keys, case.site, case.key(), &person).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    cases::store::save_details(&mut tx, &case, path, district).await?;
    let facts = json!({"person": case.person});
    let entry = Entry::new(EDIT, "case", id.0).with(facts);
    audit::record(&mut tx, &actor, app.clock.now(), entry).await?;
    tx.commit().await?;
    see_other_with(&format!("/cases/{id}"), "person-saved")
}

/// Nationalities beyond the two of the form stay.
fn changed(person: &Person, typed: &NewPerson) -> Person {
    let mut nationalities = typed.nationalities.clone();
    nationalities.extend(person.nationalities.iter().skip(2));
    Person {
        identity: typed.identity(),
        birth_year: typed.birth.map(people::Birth::year),
        sex: typed.sex,
        nationalities,
        entered_germany: typed.entered_germany,
        id: person.id,
        version: person.version,
    }
}
