use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use platform::audit::{self, Entry};
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{
    Act, Actor, App, Error, Form, Path, Result, Role, Routes, page, page_as, said, see_other_with,
};
use serde::Deserialize;
use serde_json::json;

use super::opening::{self, Beginning};
use super::store;
use crate::cases::{self, Case, CaseId};
use crate::codes::{AccessPath, Sex, Stage};
use crate::fields::{self, Bounds};
use crate::outcomes::{self, Outcome};
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
    opened_on: String,
    #[serde(default)]
    access_path: String,
    #[serde(default)]
    district: String,
    /// Versions of person and case, as `3.7`.
    #[serde(default)]
    versions: String,
}

struct ReadDetails {
    person: NewPerson,
    opened_on: Date,
    access_path: Option<AccessPath>,
    district: Option<String>,
}

impl DetailsForm {
    fn read(
        &self,
        case: &Case,
        course: &[(Stage, Date)],
        outcomes: &[Outcome],
        today: Date,
    ) -> std::result::Result<ReadDetails, FieldErrors> {
        let mut errors = FieldErrors::none();
        let errs = &mut errors;
        let opened_on = opening::read(errs, &self.opened_on, today);
        let person = self.person.read(errs, opened_on.unwrap_or(today), today);
        let opened_on = opened_on.unwrap_or(case.opened_on);
        if Bounds::of(person.birth, today).is_before_birth(opened_on) {
            errs.add("opened_on", "field-before-birth");
        }
        if opened_on != case.opened_on {
            opening::check(errs, opened_on, case, course, outcomes);
        }
        let access_path = match self.access_path.as_str() {
            "" => None,
            code => fields::chosen(errs, "access_path", code, AccessPath::parse),
        };
        let district = fields::line(errs, "district", &self.district, 80);
        errors.or_ok(ReadDetails {
            person,
            opened_on,
            access_path,
            district,
        })
    }
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

/// The person and the case in words, for whoever was slower.
fn told(ui: &Ui, person: &Person, case: &Case) -> Vec<(&'static str, String)> {
    let form = PersonForm::of(person, ui);
    let nationalities = person.nationalities.iter();
    let nationalities: Vec<&str> = nationalities.map(|one| one.name(ui.lang())).collect();
    let label = |key: Option<&'static str>| key.map_or_else(String::new, |key| ui.t(key));
    let mut told = vec![
        ("person-family-name", form.family_name),
        ("person-given-name", form.given_name),
        ("person-birth", form.birth),
        ("person-sex", label(person.sex.map(Sex::label_key))),
        ("person-nationality", nationalities.join(", ")),
        ("person-entered-germany", form.entered_germany),
        ("person-phone", form.phone),
        ("email", form.email),
        ("person-address", form.address),
        ("case-opened-on", ui.day(case.opened_on)),
        (
            "case-access-path",
            label(case.access_path.map(AccessPath::label_key)),
        ),
        ("case-district", case.district.clone().unwrap_or_default()),
    ];
    told.retain(|(_, value)| !value.is_empty());
    told
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
        opened_on: case.opened_on.to_string(),
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
    Form(mut form): Form<DetailsForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    let case = cases::editable(&mut tx, &app, &actor, id).await?;
    let person = case.person(&mut tx).await?;
    let course = cases::store::course(&mut tx, &case).await?;
    let outcomes = outcomes::of_case(&mut tx, &case).await?;
    let now = versions(&person, &case);
    let read = if form.versions == now {
        form.read(&case, &course, &outcomes, app.clock.today())
    } else {
        form.versions = now;
        Err(FieldErrors::overtaken(told(&ui, &person, &case)))
    };
    let read = match read {
        Ok(read) => read,
        Err(errors) => {
            let status = errors.status();
            return page_as(status, &editing(ui, &case, form, errors));
        }
    };
    let keys = app.keys.site(&mut tx, case.site).await?;
    let born = person.birth();
    let person = changed(&person, &read.person);
    if !people::store::save(&mut tx, &keys, case.site, case.key(), &person).await? {
        return Err(Error::Conflict(said("error-conflict")));
    }
    store::save_ages(&mut tx, case.site, &person, born).await?;
    cases::store::save_details(&mut tx, &case, read.access_path, read.district).await?;
    let mut facts = json!({"person": case.person});
    if read.opened_on != case.opened_on {
        let history = case.statuses(&mut tx).await?;
        let beginning = Beginning::of(&case, read.opened_on, person.birth(), &history);
        store::save_beginning(&mut tx, &case, &beginning).await?;
        facts["opened_on"] = json!({"from": case.opened_on, "to": read.opened_on});
    }
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
