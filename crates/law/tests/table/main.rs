//! Checks the rules against a table of cases that a lawyer can read and correct.
//!
//! Each file in `cases/` names base persons and cases; a case gives the facts that differ and, for
//! each day, what the law says then (`cases/README.md`). Expectations come from the statutes, never
//! from the code.

#![expect(clippy::unwrap_used, reason = "a broken table stops the test")]

mod coverage;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};

macro_rules! subjects {
    ($($sentence:ident => $file:literal,)*) => {
        const SUBJECTS: &[&str] = &[$($file),*];
        $(#[test]
        fn $sentence() {
            check($file);
        })*
    };
}

subjects! {
    access_follows_every_act_of_the_calendar => "acts_access",
    deadlines_follow_every_act_that_changes_them => "acts_deadlines",
    paths_follow_every_act_of_the_calendar => "acts_paths",
    work_is_allowed_with_a_toleration_as_the_statute_says => "b1_geduldet",
    work_is_allowed_in_the_asylum_procedure_as_the_statute_says => "b1_gestattet",
    language_courses_are_open_as_the_statute_says => "b2_courses",
    training_and_its_funding_are_open_as_the_statute_says => "b3_training",
    benefits_health_and_youth_aid_follow_the_statute => "b4_benefits",
    young_people_reach_section_25a_as_the_statute_says => "c1_25a",
    integrated_people_reach_section_25b_as_the_statute_says => "c2_25b",
    the_training_toleration_follows_section_60c => "c3_60c",
    the_training_title_follows_section_16g => "c4_16g",
    the_employment_toleration_follows_section_60d => "c5_60d",
    the_remaining_paths_follow_their_sections => "c6_to_c10",
    deadlines_towards_courts_and_offices_end_on_working_days => "deadlines_courts",
    milestones_and_clocks_follow_the_histories => "deadlines_milestones",
    every_condition_of_a_path_decides_alone_in_some_case => "each_condition",
    every_row_of_the_access_table_decides_alone_in_some_case => "every_row",
}

#[test]
fn the_table_holds_at_least_four_hundred_cases() {
    let days: usize = SUBJECTS.iter().map(|subject| read(subject).days()).sum();
    assert!(days >= 400, "only {days} cases");
}

#[test]
fn every_file_of_the_table_is_checked() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    files.sort();
    assert_eq!(files, SUBJECTS);
}

/// Reports every day of the file whose answer differs, all at once.
fn check(subject: &str) {
    let table = read(subject);
    let mut report = String::new();
    let mut wrong = 0;
    for case in &table.case {
        let facts = table.facts(case);
        for day in &case.days {
            for on in day.dates() {
                let differences = day.differences(&facts, on);
                if !differences.is_empty() {
                    wrong += 1;
                    day.describe(case, on, &differences, &mut report);
                }
            }
        }
    }
    let total = table.days();
    assert!(
        wrong == 0,
        "{wrong} of {total} cases in {subject} differ:\n{report}"
    );
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    base: BTreeMap<String, Base>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    extends: Option<String>,
    #[serde(default)]
    facts: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    law: String,
    base: String,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    facts: Map<String, Value>,
    days: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    on: Option<Date>,
    /// The day before, of and after every act in the calendar between two days.
    around: Option<Around>,
    what: Option<String>,
    #[serde(default)]
    access: Map<String, Value>,
    /// Access whose result differs from that on the day given.
    #[serde(default)]
    changed: Map<String, Value>,
    #[serde(default)]
    perspective: Map<String, Value>,
    #[serde(default)]
    condition: Map<String, Value>,
    #[serde(default)]
    deadline: Map<String, Value>,
    /// Standing duties, by where they come from.
    #[serde(default)]
    duty: Map<String, Value>,
    #[serde(default)]
    clock: Map<String, Value>,
    #[serde(default)]
    apply_from: Map<String, Value>,
    #[serde(default)]
    apply_until: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Around {
    from: Date,
    to: Date,
}

impl Table {
    fn days(&self) -> usize {
        let days = self.case.iter().flat_map(|case| &case.days);
        days.map(|day| day.dates().len()).sum()
    }

    /// The base person's facts, minus those the case takes away, plus those it gives.
    fn facts(&self, case: &Case) -> Value {
        let mut facts = self.person(&case.base);
        facts.retain(|name, _| !case.without.contains(name));
        facts.extend(case.facts.clone());
        Value::Object(facts)
    }

    fn person(&self, name: &str) -> Map<String, Value> {
        let base = self
            .base
            .get(name)
            .unwrap_or_else(|| panic!("no base person {name}"));
        let mut facts = base
            .extends
            .as_deref()
            .map_or_else(Map::new, |more| self.person(more));
        facts.extend(base.facts.clone());
        facts
    }
}

impl Day {
    fn dates(&self) -> Vec<Date> {
        let around = self.around.iter().flat_map(|around| {
            let acts = law::calendar().iter().map(|act| act.in_force);
            let days =
                acts.flat_map(|day| [day.yesterday().unwrap(), day, day.tomorrow().unwrap()]);
            days.filter(|day| (around.from..=around.to).contains(day))
        });
        self.on.into_iter().chain(around).collect()
    }

    fn expects(&self) -> impl Iterator<Item = &String> {
        let all = [
            &self.access,
            &self.changed,
            &self.perspective,
            &self.condition,
            &self.deadline,
            &self.apply_from,
            &self.apply_until,
        ];
        all.into_iter().flat_map(Map::keys)
    }

    fn differences(&self, facts: &Value, on: Date) -> Vec<String> {
        let answer = match answer(facts, on) {
            Ok(answer) => answer,
            Err(error) => return vec![format!("facts refused: {error}")],
        };
        let perspectives = entries(&answer["perspectives"]);
        let conditions: Vec<Value> = perspectives
            .iter()
            .flat_map(|path| entries(&path["conditions"]))
            .collect();
        let mut found = Vec::new();
        compare(
            &self.access,
            &entries(&answer["access"]),
            "result",
            &mut found,
        );
        compare(&self.perspective, &perspectives, "result", &mut found);
        compare(&self.condition, &conditions, "state", &mut found);
        compare(
            &self.deadline,
            &entries(&answer["deadlines"]),
            "on",
            &mut found,
        );
        compare(&self.duty, &entries(&answer["duties"]), "kind", &mut found);
        compare(&self.apply_from, &perspectives, "apply_from", &mut found);
        compare(&self.apply_until, &perspectives, "apply_until", &mut found);
        for (clock, expected) in &self.clock {
            let ticked = &answer["clocks"][clock];
            if ticked != expected {
                found.push(format!("{clock}: expected {expected}, found {ticked}"));
            }
        }
        found.extend(self.unchanged(facts, &answer));
        found
    }

    fn unchanged(&self, facts: &Value, answer: &Value) -> Vec<String> {
        let result = |answer: &Value, id: &str| {
            let rows = entries(&answer["access"]);
            rows.into_iter()
                .find(|row| row["id"] == id)
                .map(|mut row| row["result"].take())
        };
        let mut found = Vec::new();
        for (id, other) in &self.changed {
            let other: Date = other.as_str().unwrap().parse().unwrap();
            let now = result(answer, id);
            let then = self::answer(facts, other)
                .ok()
                .and_then(|then| result(&then, id));
            if now.is_none() || now == then {
                found.push(format!(
                    "{id}: expected a change since {other}, found {now:?}"
                ));
            }
        }
        found
    }

    fn describe(&self, case: &Case, on: Date, differences: &[String], report: &mut String) {
        let Case {
            text, law, base, ..
        } = case;
        let what = self.what.as_deref().unwrap_or_default();
        writeln!(report, "\n{on} {text}: {what} [{base}]\n  {law}").unwrap();
        for difference in differences {
            writeln!(report, "  {difference}").unwrap();
        }
    }
}

/// Compares the entries named by id; `main` is the field that a plain expectation speaks of.
fn compare(expected: &Map<String, Value>, rows: &[Value], main: &str, found: &mut Vec<String>) {
    for (id, expected) in expected {
        let named: Vec<&Value> = rows
            .iter()
            .filter(|row| row["id"] == id.as_str() && !row[main].is_null())
            .collect();
        let fits = match expected {
            Value::String(none) if none == "none" => named.is_empty(),
            Value::Array(allowed) if named.is_empty() => allowed.iter().any(|one| one == "none"),
            _ => named.iter().any(|row| meets(row, main, expected)),
        };
        if !fits {
            let named: Vec<String> = named.iter().map(|row| shown(row, main)).collect();
            found.push(format!(
                "{id}: expected {expected}, found [{}]",
                named.join(", ")
            ));
        }
    }
}

fn meets(row: &Value, main: &str, expected: &Value) -> bool {
    match expected {
        Value::Array(allowed) => allowed.iter().any(|one| meets(row, main, one)),
        Value::Object(fields) => fields.iter().all(|(field, value)| &row[field] == value),
        plain => &row[main] == plain,
    }
}

fn shown(row: &Value, main: &str) -> String {
    let mut shown = row[main].to_string();
    for field in ["since", "missing"] {
        if !row[field].is_null() {
            write!(shown, " {field} {}", row[field]).unwrap();
        }
    }
    shown
}

fn answer(facts: &Value, on: Date) -> Result<Value, serde_json::Error> {
    let facts: law::Facts = serde_json::from_value(facts.clone())?;
    serde_json::to_value(law::check(&facts, on))
}

fn entries(list: &Value) -> Vec<Value> {
    list.as_array().cloned().unwrap_or_default()
}

fn read(subject: &str) -> Table {
    let path = folder().join(format!("{subject}.toml"));
    let text = std::fs::read_to_string(&path).unwrap();
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn folder() -> PathBuf {
    PathBuf::from("tests/cases")
}
