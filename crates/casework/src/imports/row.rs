//! What a row of a case list says about a person and a case.

use serde::Serialize;

use super::{PartialDate, Refusal, Sex, Warning};

/// Absent is what the row does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PersonValues {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// A day or a month; a bare year stands in `birth_year` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Destatis key of the nationality named first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<&'static str>,
    /// Keys of the others the row names.
    #[serde(skip)]
    pub further_nationalities: Vec<&'static str>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CaseValues {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_on: Option<PartialDate>,
    /// Code of the law's list, or `GEDULDET` or `GESTATTET`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_since: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_germany: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worker: Option<String>,
}

/// One data row as read; whether its person is known is [`super::classify`]'s part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportRow {
    /// As the spreadsheet program shows it; for CSV the line on which the record starts.
    pub row: u32,
    pub person: PersonValues,
    pub case: CaseValues,
    pub warnings: Vec<Warning>,
    pub refusal: Option<Refusal>,
    /// Where the case number stands.
    pub number_cell: Option<String>,
    /// Where the name begins.
    pub name_cell: Option<String>,
}

impl PersonValues {
    pub fn full_name(&self) -> String {
        let parts = [self.given_name.as_deref(), self.family_name.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Takes over what is said of the same person elsewhere and was open here.
    pub(super) fn complete(&mut self, other: &PersonValues) {
        fill(&mut self.family_name, other.family_name.as_ref());
        fill(&mut self.given_name, other.given_name.as_ref());
        let same_year = self.birth_year.is_none() || self.birth_year == other.birth_year;
        let is_day = |birth: Option<PartialDate>| birth.is_some_and(|b| b.day().is_some());
        if same_year
            && !is_day(self.birth_date)
            && (is_day(other.birth_date) || self.birth_date.is_none())
        {
            self.birth_date = other.birth_date;
        }
        fill(&mut self.birth_year, other.birth_year.as_ref());
        fill(&mut self.sex, other.sex.as_ref());
        if self.nationality.is_none() {
            self.nationality = other.nationality;
            self.further_nationalities
                .clone_from(&other.further_nationalities);
        }
    }

    /// What to compare with other people.
    pub fn key(&self) -> linkage::PersonKey {
        let key = linkage::PersonKey::new(&self.full_name());
        match (self.birth_date, self.birth_year) {
            (Some(PartialDate::Day(day)), _) => key.born_on(day.year(), day.month(), day.day()),
            (_, Some(year)) => key.born_in(year),
            _ => key,
        }
    }
}

fn fill<T: Clone>(open: &mut Option<T>, known: Option<&T>) {
    if open.is_none() {
        *open = known.cloned();
    }
}
