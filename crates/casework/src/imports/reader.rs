//! Reads the cells of one row into values, warnings and at most one refusal.

use jiff::civil::Date;
use law::StatusCode;

use super::dates::{self, DateContext};
use super::grid::{GridRow, Value, address};
use super::header::{Header, HeaderColumn};
use super::mapping::Field;
use super::names::{self, Names};
use super::row::{CaseValues, ImportRow, PersonValues};
use super::status::{self, Reading};
use super::text::{is_ditto, is_only_marks, is_placeholder};
use super::{
    PartialDate, Refusal, Remark, Sex, Warning, asides, checks, headings, nationality, sex, ticks,
};

/// What reading needs to know besides the row.
pub(super) struct Reader<'a> {
    pub(super) header: &'a Header,
    pub(super) today: Date,
    pub(super) epoch_1904: bool,
    pub(super) whole: Whole,
}

/// What shows in all rows together.
#[derive(Default)]
pub(super) struct Whole {
    /// The number column only counts rows.
    pub(super) numbers_count_rows: bool,
    /// The status column tells whether a case is open.
    pub(super) status_is_stage: bool,
    /// Some row holds more than a name.
    pub(super) says_more_than_names: bool,
}

/// A row under way.
struct Draft<'a> {
    reader: &'a Reader<'a>,
    row: &'a GridRow,
    refusals: Vec<Refusal>,
    warnings: Vec<Warning>,
}

impl Reader<'_> {
    pub(super) fn read(&self, row: &GridRow) -> ImportRow {
        let mut draft = Draft {
            reader: self,
            row,
            refusals: Vec::new(),
            warnings: Vec::new(),
        };
        let person = draft.person();
        let case = draft.case();
        checks::check(&mut draft.refusals, self, row.number, &person, &case);
        draft
            .warnings
            .extend(checks::doubts(self, row.number, &person, &case));
        draft.warnings.extend(asides::may_be_heading(row, self));
        let number_cell = case.number.as_ref().and(draft.address(Field::Number));
        ImportRow {
            row: row.number,
            person,
            case,
            name_cell: draft.name_cell(),
            refusal: Refusal::of_all(draft.refusals),
            warnings: draft.warnings,
            number_cell,
        }
    }

    pub(super) fn cell(&self, field: Field, row: u32) -> Option<String> {
        self.header
            .column(field)
            .map(|column| address(row, column.column))
    }

    pub(super) fn context(&self, field: Field) -> DateContext {
        let shortest_year = match field {
            Field::BirthYear => 1,
            Field::BirthDate => 2,
            _ => 4,
        };
        DateContext {
            today: self.today,
            epoch_1904: self.epoch_1904,
            shortest_year,
        }
    }
}

/// A cell of a recognised column that holds something.
struct Cell<'a> {
    value: &'a Value,
    column: &'a HeaderColumn,
    address: String,
}

impl<'a> Draft<'a> {
    fn address(&self, field: Field) -> Option<String> {
        self.reader.cell(field, self.row.number)
    }

    /// The cell of a field; error values and formulas without result are dealt with here.
    fn cell(&mut self, field: Field, is_key: bool) -> Option<Cell<'a>> {
        let column = self.reader.header.column(field)?;
        let value = self.row.get(column.column)?;
        let cell = Cell {
            value,
            column,
            address: address(self.row.number, column.column),
        };
        let fault = match value {
            Value::Error(error) => Remark::ErrorValue(error.clone()),
            Value::NoResult => Remark::NoResult,
            _ => return Some(cell),
        };
        if is_key {
            self.refuse(&cell.address, fault);
        } else {
            self.warn(&cell.address, fault);
        }
        None
    }

    fn refuse(&mut self, cell: &str, reason: Remark) {
        self.refusals.push(Refusal::new(cell, reason));
    }

    fn warn(&mut self, cell: &str, remark: Remark) {
        self.warnings.push(Warning {
            cell: Some(cell.to_owned()),
            remark,
        });
    }

    fn person(&mut self) -> PersonValues {
        let names = self.names();
        let (birth_date, birth_year) = self.birth();
        let mut nationalities = self.nationalities().into_iter();
        PersonValues {
            family_name: names.family,
            given_name: names.given,
            birth_date,
            birth_year,
            sex: self.sex(),
            nationality: nationalities.next(),
            further_nationalities: nationalities.collect(),
        }
    }

    fn names(&mut self) -> Names {
        let mut names = self.whole_name();
        if let Some(family) = self.name_part(Field::FamilyName) {
            names.family = Some(family);
        }
        if let Some(given) = self.name_part(Field::GivenName) {
            names.given = Some(given);
        }
        // "Karimi, Ali" in the column of family names.
        if names.given.is_none()
            && let Some(both) = names
                .family
                .as_deref()
                .filter(|family| family.contains(','))
            && let Ok(split) = names::split(both, Some(true))
        {
            names = split;
        }
        if names == Names::default() && self.refusals.is_empty() {
            let cell = self.name_cell();
            let cell = cell.unwrap_or_else(|| address(self.row.number, 0));
            self.refuse(&cell, Remark::NoName);
        }
        names
    }

    fn name_cell(&self) -> Option<String> {
        let fields = [Field::Name, Field::FamilyName, Field::GivenName];
        fields.into_iter().find_map(|field| self.address(field))
    }

    fn whole_name(&mut self) -> Names {
        let Some(cell) = self.cell(Field::Name, true) else {
            return Names::default();
        };
        let heading = &cell.column.heading;
        let order = headings::names_both(heading).then(|| headings::family_name_first(heading));
        let text = cell.value.as_text().map(|text| names::split(text, order));
        self.name_or_refusal(&cell, text).unwrap_or_default()
    }

    fn name_part(&mut self, field: Field) -> Option<String> {
        let cell = self.cell(field, true)?;
        let text = cell.value.as_text().map(names::name);
        self.name_or_refusal(&cell, text).flatten()
    }

    fn name_or_refusal<T>(
        &mut self,
        cell: &Cell<'_>,
        read: Option<Result<T, names::NotAName>>,
    ) -> Option<T> {
        let Some(Ok(name)) = read else {
            let shown = cell.value.shown();
            let fault = if is_ditto(&shown) {
                Remark::NameElsewhere(shown)
            } else {
                Remark::UnreadableName(shown)
            };
            self.refuse(&cell.address, fault);
            return None;
        };
        Some(name)
    }

    fn birth(&mut self) -> (Option<PartialDate>, Option<i16>) {
        let day = self.date(Field::BirthDate, true, Remark::UnreadableBirthDate);
        let year = self.date(Field::BirthYear, true, Remark::UnreadableBirthYear);
        if let (Some(day), Some(year)) = (day, year)
            && day.year() != year.year()
            && let Some(cell) = self.address(Field::BirthYear)
        {
            self.warn(&cell, Remark::BirthYearDiffers);
        }
        match day.or(year) {
            Some(PartialDate::Year(year)) => (None, Some(year)),
            Some(date) => (Some(date), Some(date.year())),
            None => (None, None),
        }
    }

    fn date(
        &mut self,
        field: Field,
        is_key: bool,
        unreadable: fn(String) -> Remark,
    ) -> Option<PartialDate> {
        let cell = self.cell(field, is_key)?;
        if is_blank(cell.value) {
            return None;
        }
        let Some(read) = dates::read(cell.value, self.reader.context(field)) else {
            let fault = unreadable(cell.value.shown());
            if is_key {
                self.refuse(&cell.address, fault);
            } else {
                self.warn(&cell.address, fault);
            }
            return None;
        };
        if read.loose {
            let (shown, day) = (cell.value.shown(), read.date);
            self.warn(&cell.address, Remark::ReadAsDay { shown, day });
        }
        Some(read.date)
    }

    fn sex(&mut self) -> Option<Sex> {
        let Some(cell) = self.cell(Field::Sex, true) else {
            return self.ticked_sex();
        };
        if is_blank(cell.value) {
            return None;
        }
        let read = cell.value.as_text().and_then(sex::read);
        if read.is_none() {
            let shown = cell.value.shown();
            self.refuse(&cell.address, Remark::UnreadableSex(shown));
        }
        read
    }

    fn ticked_sex(&mut self) -> Option<Sex> {
        let mut told = None;
        for (field, sex) in ticks::columns(self.reader.header) {
            let Some(cell) = self.cell(field, true) else {
                continue;
            };
            match ticks::is_ticked(cell.value, sex) {
                Some(false) => {}
                Some(true) if told.is_none() => told = Some(sex),
                Some(true) => {
                    self.refuse(&cell.address, Remark::TwoSexes);
                    return None;
                }
                None => self.refuse(&cell.address, Remark::UnreadableSex(cell.value.shown())),
            }
        }
        told
    }

    fn nationalities(&mut self) -> Vec<&'static str> {
        let Some(cell) = self.cell(Field::Nationality, true) else {
            return Vec::new();
        };
        let Some(read) = nationality::read(cell.value) else {
            if !is_blank(cell.value) {
                let shown = cell.value.shown();
                self.refuse(&cell.address, Remark::UnreadableNationality(shown));
            }
            return Vec::new();
        };
        if read.unsure || read.keys.len() > 1 {
            let shown = cell.value.shown();
            let keys = read.keys.iter().map(|key| (*key).to_owned()).collect();
            self.warn(&cell.address, Remark::ReadAsNationalities { shown, keys });
        }
        read.keys
    }

    fn case(&mut self) -> CaseValues {
        CaseValues {
            number: self.number(),
            opened_on: self.opened_on(),
            status: self.status(),
            status_since: self.date(Field::StatusSince, false, Remark::UnreadableStatusDay),
            entered_germany: self.date(Field::EnteredGermany, false, Remark::UnreadableEntry),
            worker: self.worker(),
        }
    }

    fn opened_on(&mut self) -> Option<PartialDate> {
        let day = self.date(Field::OpenedOn, false, Remark::UnreadableOpening)?;
        if let Some(fault) = checks::impossible_opening(day)
            && let Some(cell) = self.address(Field::OpenedOn)
        {
            self.warn(&cell, fault);
            return None;
        }
        Some(day)
    }

    fn number(&mut self) -> Option<String> {
        if self.reader.whole.numbers_count_rows {
            return None;
        }
        let cell = self.cell(Field::Number, false)?;
        if let Value::Date(_) = cell.value {
            self.warn(&cell.address, Remark::NumberIsDay);
            return None;
        }
        (!is_blank(cell.value)).then(|| cell.value.shown())
    }

    fn status(&mut self) -> Option<&'static str> {
        if self.reader.whole.status_is_stage {
            return None;
        }
        let cell = self.cell(Field::Status, true)?;
        let shown = cell.value.shown();
        let reading = cell
            .value
            .as_text()
            .map_or(Reading::Unreadable, status::read);
        let fault = match reading {
            Reading::Code(code) => return Some(code),
            Reading::Usual(code) => {
                if let Some(code) = StatusCode::parse(code) {
                    self.warn(&cell.address, Remark::ReadAsStatus { shown, code });
                }
                return Some(code);
            }
            _ if is_blank(cell.value) => return None,
            Reading::Unreadable if self.is_end_of_paper(&cell) => {
                self.warn(&cell.address, Remark::StatusIsDay(shown));
                return None;
            }
            Reading::Undecided => Remark::UndecidedStatus(shown),
            Reading::NotHeld => Remark::StatusNotHeld(shown),
            Reading::Unreadable => Remark::UnreadableStatus(shown),
        };
        self.refuse(&cell.address, fault);
        None
    }

    /// A day alone in a column that holds the status and until when it is valid.
    fn is_end_of_paper(&self, cell: &Cell<'_>) -> bool {
        let context = self.reader.context(Field::Status);
        headings::names_its_end(&cell.column.heading) && dates::read(cell.value, context).is_some()
    }

    fn worker(&mut self) -> Option<String> {
        let cell = self.cell(Field::Worker, false)?;
        match cell.value {
            Value::Text(text) if !is_blank(cell.value) => Some(text.clone()),
            Value::Text(_) => None,
            other => {
                self.warn(&cell.address, Remark::WorkerIsNoName(other.shown()));
                None
            }
        }
    }
}

/// Dashes, question marks and words for "not known".
pub(super) fn is_blank(value: &Value) -> bool {
    let text = value.as_text();
    text.is_some_and(|text| is_only_marks(text) || is_placeholder(text))
}
