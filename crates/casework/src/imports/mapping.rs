//! Which column holds what, as a user or a mapping file says.
//!
//! The file is TOML, headers to the left, fields to the right; `ignore` leaves a column out:
//!
//! ```toml
//! [columns]
//! "Klient" = "name"
//! "Bekannt seit" = "opened_on"
//! "Status" = "ignore"
//! ```

use std::collections::BTreeMap;

use super::Sex;
use super::text::squeeze;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Family and given name in one column.
    Name,
    FamilyName,
    GivenName,
    BirthDate,
    BirthYear,
    Sex,
    /// A cross for this sex.
    Ticked(Sex),
    Nationality,
    Number,
    OpenedOn,
    Status,
    StatusSince,
    EnteredGermany,
    Worker,
}

impl Field {
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::FamilyName,
        Self::GivenName,
        Self::BirthDate,
        Self::BirthYear,
        Self::Sex,
        Self::Ticked(Sex::Male),
        Self::Ticked(Sex::Female),
        Self::Ticked(Sex::Diverse),
        Self::Nationality,
        Self::Number,
        Self::OpenedOn,
        Self::Status,
        Self::StatusSince,
        Self::EnteredGermany,
        Self::Worker,
    ];

    /// The name of the field in mapping files and forms.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FamilyName => "family_name",
            Self::GivenName => "given_name",
            Self::BirthDate => "birth_date",
            Self::BirthYear => "birth_year",
            Self::Sex => "sex",
            Self::Ticked(Sex::Male) => "sex_male",
            Self::Ticked(Sex::Female) => "sex_female",
            Self::Ticked(Sex::Diverse) => "sex_diverse",
            Self::Nationality => "nationality",
            Self::Number => "number",
            Self::OpenedOn => "opened_on",
            Self::Status => "status",
            Self::StatusSince => "status_since",
            Self::EnteredGermany => "entered_germany",
            Self::Worker => "worker",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// Columns by header; spelling of the header counts by letters and digits only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMapping {
    columns: BTreeMap<String, Mapped>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Mapped {
    header: String,
    field: Option<Field>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    LeaveOut,
    Holds(Field),
}

/// Why a mapping file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    #[error("Die Zuordnungsdatei ist kein gültiges TOML: {0}")]
    NotToml(String),
    #[error(
        "Die Zuordnungsdatei nennt für „{header}“ das unbekannte Feld „{field}“.\n\
         Möglich sind: {}, ignore.",
        Field::ALL.map(Field::key).join(", ")
    )]
    UnknownField { header: String, field: String },
}

impl ColumnMapping {
    /// `None` leaves the column out.
    pub fn new(columns: impl IntoIterator<Item = (String, Option<Field>)>) -> Self {
        let columns = columns
            .into_iter()
            .map(|(header, field)| (squeeze(&header), Mapped { header, field }))
            .collect();
        Self { columns }
    }

    /// Reads a mapping file; the table `[columns]` may be left out.
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        let file: toml::Table = text
            .parse()
            .map_err(|e: toml::de::Error| MappingError::NotToml(e.message().to_owned()))?;
        let table = match file.get("columns") {
            Some(toml::Value::Table(columns)) => columns,
            _ => &file,
        };
        let mut columns = Vec::new();
        for (header, value) in table {
            let key = value.as_str().unwrap_or_default();
            let field = Field::from_key(key);
            if field.is_none() && key != "ignore" {
                let field = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                return Err(MappingError::UnknownField {
                    header: header.clone(),
                    field,
                });
            }
            columns.push((header.clone(), field));
        }
        Ok(Self::new(columns))
    }

    /// What the mapping says of a header, if anything.
    pub(super) fn of(&self, header: &str) -> Option<Said> {
        let mapped = self.columns.get(&squeeze(header))?;
        Some(mapped.field.map_or(Said::LeaveOut, Said::Holds))
    }

    /// Whether it says something else of a header than this.
    pub(super) fn contradicts(&self, header: &str, field: Option<Field>) -> bool {
        let mapped = self.columns.get(&squeeze(header));
        mapped.is_some_and(|mapped| mapped.field != field)
    }

    /// Headers the mapping names that are not among these.
    pub(super) fn missing_from<'a>(&self, headers: impl Iterator<Item = &'a str>) -> Vec<String> {
        let present: Vec<String> = headers.map(squeeze).collect();
        let absent = self
            .columns
            .iter()
            .filter(|(header, _)| !present.contains(header));
        absent.map(|(_, mapped)| mapped.header.clone()).collect()
    }

    pub fn columns(&self) -> impl Iterator<Item = (&str, Option<Field>)> {
        self.columns
            .values()
            .map(|mapped| (mapped.header.as_str(), mapped.field))
    }
}
