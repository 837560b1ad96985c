//! The question whether a person is known at the site, as far as the actor may know.

use platform::audit::Entry;
use platform::ui::{Choice, FieldErrors, Ui};
use platform::{Act, Error, Result, Role, SiteId};
use serde_json::json;

use super::form::OpeningForm;
use crate::duplicates::{Alike, Known, KnownCase};
use crate::people::PersonId;

/// What people are told who open a case for somebody who may be known.
const ALIKE: Act = Act::new("case.alike", &[Role::CaseManager]);

#[derive(Default)]
pub(super) struct Question {
    /// Who it might be; asked before anything is saved.
    pub(super) choices: Vec<Choice>,
    /// Open cases within reach, with their addresses.
    pub(super) running: Vec<Running>,
    /// Who is accompanied by colleagues: the name as typed, and the colleagues.
    pub(super) beyond: Option<(String, String)>,
}

pub(super) struct Running {
    pub(super) href: String,
    pub(super) label: String,
}

impl Question {
    pub(super) fn of(ui: &Ui, known: &Known, form: &OpeningForm) -> Question {
        if known.is_empty() {
            return Question::default();
        }
        let answer = form.same_as.as_str();
        let same = |found: &Alike| {
            let chosen = found.person.to_string() == answer;
            Choice::new(found.person.to_string(), same_as(ui, found)).chosen_if(chosen)
        };
        let mut choices: Vec<Choice> = known.within.iter().map(same).collect();
        choices.push(Choice::new("new", ui.t("opening-somebody-else")).chosen_if(answer == "new"));
        let open = |found: &Alike| {
            let case = known.open_case(found.person)?;
            case.is_within_reach.then(|| running(ui, found, case))
        };
        Question {
            choices,
            running: known.within.iter().filter_map(open).collect(),
            beyond: (!known.beyond.is_empty())
                .then(|| (form.typed_name(), known.workers_beyond().join(", "))),
        }
    }
}

fn same_as(ui: &Ui, found: &Alike) -> String {
    let born = match (found.identity.birth_date, found.birth_year) {
        (Some(day), _) => ui.day(day),
        (None, Some(year)) => year.to_string(),
        (None, None) => ui.t("unknown"),
    };
    let name = found.identity.listed_name();
    ui.ta("opening-same-as", &[("name", &name), ("born", &born)])
}

fn running(ui: &Ui, found: &Alike, case: &KnownCase) -> Running {
    let name = found.identity.listed_name();
    let number = case.number.as_str();
    Running {
        href: format!("/cases/{}", case.id),
        label: ui.ta("opening-running", &[("name", &name), ("number", number)]),
    }
}

/// Who it is: somebody known, or nobody known yet. Nobody beyond the actor's reach can be chosen,
/// and nobody whose case goes on.
pub(super) fn answered(
    known: &Known,
    answer: &str,
) -> Result<std::result::Result<Option<PersonId>, FieldErrors>> {
    let is_chosen = |person: &PersonId| person.to_string() == answer;
    if known.beyond.iter().any(is_chosen) {
        return Err(Error::NotFound);
    }
    if known.is_empty() || answer == "new" {
        return Ok(Ok(None));
    }
    let refused = |key| Ok(Err(FieldErrors::one("same_as", key)));
    let mut people = known.within.iter().map(|found| found.person);
    match people.find(is_chosen) {
        Some(person) if known.open_case(person).is_some() => refused("opening-runs-already"),
        Some(person) => Ok(Ok(Some(person))),
        None if known.within.is_empty() => refused("opening-beyond-clear"),
        None => refused("opening-known-already"),
    }
}

/// The line of the trail about what was shown: ids alone.
pub(super) fn entry(site: SiteId, known: &Known) -> Entry {
    let people = known.within.iter().map(|found| found.person);
    let people: Vec<PersonId> = people.chain(known.beyond.iter().copied()).collect();
    let cases: Vec<_> = known.cases.iter().map(|case| case.id).collect();
    Entry::new(ALIKE, "site", site.0).with(json!({"persons": people, "cases": cases}))
}
