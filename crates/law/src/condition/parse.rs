//! Reading conditions.

use jiff::civil::Date;

use super::{Atom, CodeSet, Compare, Condition, Day, Flag, JobTest, Offset, Order, Term};
use crate::dates::DateKey;
use crate::facts::{Level, Livelihood, Rejection, TrainingKind};
use crate::status::{Group, Status};
use crate::timeline::Clock;

/// What conditions may name.
pub(crate) struct Names<'n> {
    pub(crate) statuses: &'n [Status],
    pub(crate) class: &'n dyn Fn(&str) -> Option<Vec<String>>,
    pub(crate) safe_origin: &'n dyn Fn(&str) -> bool,
    pub(crate) fact: &'n dyn Fn(&str) -> bool,
}

impl Condition {
    pub(crate) fn parse(text: &str, names: &Names<'_>) -> Result<Self, String> {
        let any: Result<_, _> = text
            .split(" or ")
            .map(|term| Term::parse(term, names))
            .collect();
        any.map(|any| Self { any })
            .map_err(|error| format!("`{text}`: {error}"))
    }
}

impl Term {
    fn parse(text: &str, names: &Names<'_>) -> Result<Self, String> {
        let whole = text.trim();
        let (negated, text) = whole
            .strip_prefix("not ")
            .map_or((false, whole), |rest| (true, rest));
        Ok(Self {
            text: whole.to_owned(),
            negated,
            atom: atom(text.trim(), names)?,
        })
    }
}

fn atom(text: &str, names: &Names<'_>) -> Result<Atom, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["always"] => Ok(Atom::Always),
        ["status", "in", ..] => Ok(Atom::Status(codes(after(text, " in "), names)?, Day::Today)),
        ["status", "on" | "at", at, "in", ..] => {
            Ok(Atom::Status(codes(after(text, " in "), names)?, day(at)?))
        }
        ["applied", "before", "age", years] => Ok(Atom::AppliedBeforeAge(number(years)?)),
        ["unknown", what] if (names.fact)(what) => Ok(Atom::Unknown((*what).to_owned())),
        ["unknown", what] => Err(format!("{what} is no fact")),
        ["age", ">=", years] => Ok(Atom::Age(number(years)?)),
        ["language", ">=", level] => Ok(Atom::Language {
            level: self::level(level)?,
            oral: false,
        }),
        ["language", ">=", level, "oral"] => Ok(Atom::Language {
            level: self::level(level)?,
            oral: true,
        }),
        ["livelihood", "in", ..] => list(after(text, " in "), livelihood).map(Atom::Livelihood),
        ["asylum_rejected", "in", ..] => list(after(text, " in "), rejection).map(Atom::Rejected),
        ["safe_origin", name] if (names.safe_origin)(name) => {
            Ok(Atom::SafeOrigin((*name).to_owned()))
        }
        ["safe_origin", name] => Err(format!("no list of safe origins is named {name}")),
        ["school", ">=", n, unit] => Ok(Atom::SchoolMonths(months(n, unit)?)),
        ["training", "is", kind] => kind_of_training(kind),
        ["training", "is", "finished", "qualified"] => {
            Ok(Atom::TrainingFinished(Some(TrainingKind::Qualified)))
        }
        ["job", properties @ .., ">=", n, unit] => job(properties, months(n, unit)?),
        ["job_on", day] => Ok(Atom::JobOn(date(day)?)),
        ["access", topic, "is", ..] => {
            let results = list(after(text, " is "), crate::answer::Access::parse)?;
            Ok(Atom::Access((*topic).to_owned(), results))
        }
        [key, "known"] => Ok(Atom::Known(key_of(key)?)),
        [word] => single(word),
        _ => clock_or_comparison(&words),
    }
}

fn single(word: &str) -> Result<Atom, String> {
    Ok(match word {
        "in_reception_centre" => Atom::Reception,
        "school_certificate" => Atom::Certificate,
        "in_education" => Atom::InEducation,
        "minor_child" => Atom::Flag(Flag::MinorChild),
        "dublin_request" => Atom::Flag(Flag::DublinRequest),
        "accelerated_procedure" => Atom::Flag(Flag::AcceleratedProcedure),
        _ => return Err(format!("{word} is no condition")),
    })
}

fn clock_or_comparison(words: &[&str]) -> Result<Atom, String> {
    if let [clock, ">=", n, unit, rest @ ..] = words
        && let Some(clock) = clock_of(clock)
    {
        let at = match rest {
            [] => Day::Today,
            ["on", at] => day(at)?,
            _ => return Err("expected `on DAY` after the length".to_owned()),
        };
        return Ok(Atom::Clock(clock, months(n, unit)?, at));
    }
    let [left, order, right, offset @ ..] = words else {
        return Err("expected `DAY < DAY`".to_owned());
    };
    let offset = match offset {
        [] => Offset::Days(0),
        ["+", n, unit] => self::offset(n, unit, 1)?,
        ["-", n, unit] => self::offset(n, unit, -1)?,
        _ => return Err("expected `+ 3 months` or `- 3 months`".to_owned()),
    };
    let order = match *order {
        "<" => Order::Before,
        "<=" => Order::UpTo,
        ">=" => Order::From,
        ">" => Order::After,
        other => return Err(format!("{other} is no comparison")),
    };
    Ok(Atom::Compare(Compare {
        left: day(left)?,
        order,
        right: day(right)?,
        offset,
    }))
}

pub(crate) fn clock_of(word: &str) -> Option<Clock> {
    Some(match word {
        "stay" => Clock::Stay,
        "stay_with_60b" => Clock::StayWith60b,
        "duldung" => Clock::Duldung,
        "gestattet" => Clock::Gestattet,
        "settlement" => Clock::Settlement,
        "title" => Clock::Title,
        "presence" => Clock::Presence,
        _ => return None,
    })
}

fn kind_of_training(word: &str) -> Result<Atom, String> {
    Ok(match word {
        "agreed" => Atom::Training(None),
        "qualified" => Atom::Training(Some(TrainingKind::Qualified)),
        "assistant" => Atom::Training(Some(TrainingKind::Assistant)),
        "running" => Atom::TrainingRunning,
        "finished" => Atom::TrainingFinished(None),
        _ => return Err(format!("{word} is no kind of training")),
    })
}

fn job(properties: &[&str], months: i32) -> Result<Atom, String> {
    let mut test = JobTest {
        months,
        ..JobTest::default()
    };
    for word in properties {
        match *word {
            "insured" => test.insured = true,
            "skilled" => test.skilled = true,
            "secures_livelihood" => test.secures = true,
            word => {
                let hours = word.strip_suffix('h').and_then(|hours| hours.parse().ok());
                test.hours = hours.ok_or_else(|| format!("{word} is no property of a job"))?;
            }
        }
    }
    Ok(Atom::Job(test))
}

fn after<'t>(text: &'t str, word: &str) -> &'t str {
    text.split_once(word).map_or("", |(_, rest)| rest)
}

fn list<T>(text: &str, item: fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    let item = |word: &str| item(word.trim()).ok_or_else(|| format!("{} is unknown", word.trim()));
    text.split(',').map(item).collect()
}

fn livelihood(word: &str) -> Option<Livelihood> {
    match word {
        "secured" => Some(Livelihood::Secured),
        "mainly" => Some(Livelihood::Mainly),
        "not" => Some(Livelihood::Not),
        _ => None,
    }
}

fn rejection(word: &str) -> Option<Rejection> {
    match word {
        "none" => Some(Rejection::None),
        "simple" => Some(Rejection::Simple),
        "manifestly_unfounded" => Some(Rejection::ManifestlyUnfounded),
        "inadmissible" => Some(Rejection::Inadmissible),
        _ => None,
    }
}

fn level(word: &str) -> Result<Level, String> {
    Ok(match word {
        "A1" => Level::A1,
        "A2" => Level::A2,
        "B1" => Level::B1,
        "B2" => Level::B2,
        "C1" => Level::C1,
        "C2" => Level::C2,
        _ => return Err(format!("{word} is no language level")),
    })
}

pub(crate) fn codes(text: &str, names: &Names<'_>) -> Result<CodeSet, String> {
    let mut members = vec![false; names.statuses.len()];
    for name in text.split(',').map(str::trim) {
        let (name, member) = name
            .strip_prefix('-')
            .map_or((name, true), |name| (name, false));
        match (names.class)(name) {
            Some(class) => {
                for of_class in class {
                    mark(&of_class, names.statuses, &mut members, member)?;
                }
            }
            None => mark(name, names.statuses, &mut members, member)?,
        }
    }
    Ok(CodeSet::new(members, names.statuses))
}

/// Puts one code, or all codes of a group, into the set or takes them out.
fn mark(name: &str, statuses: &[Status], set: &mut [bool], member: bool) -> Result<(), String> {
    let group = group_named(name);
    let mut found = false;
    for (status, slot) in statuses.iter().zip(set) {
        if status.code.as_str() == name || group == Some(status.group) {
            *slot = member;
            found = true;
        }
    }
    if found {
        Ok(())
    } else {
        Err(format!("unknown status, group or class {name}"))
    }
}

impl CodeSet {
    fn new(members: Vec<bool>, statuses: &[Status]) -> Self {
        let open = |catch_all: &str, group: Group| {
            let position = statuses
                .iter()
                .position(|status| status.code.as_str() == catch_all)?;
            let mut group = statuses
                .iter()
                .zip(&members)
                .filter(|(s, _)| s.group == group);
            (!members[position] && group.any(|(_, member)| *member)).then_some(position)
        };
        let unclear = [
            ("GESTATTET", Group::Gestattet),
            ("GEDULDET", Group::Geduldet),
        ];
        let unclear = unclear
            .into_iter()
            .filter_map(|(code, group)| open(code, group))
            .collect();
        Self { members, unclear }
    }
}

pub(crate) fn group_named(name: &str) -> Option<Group> {
    Some(match name {
        "gestattet" => Group::Gestattet,
        "geduldet" => Group::Geduldet,
        "papier" => Group::Paper,
        "befristet" => Group::Temporary,
        "unbefristet" => Group::Settled,
        "unionsrecht" => Group::Eu,
        "deutsch" => Group::German,
        "unbekannt" => Group::Unknown,
        _ => return None,
    })
}

fn day(word: &str) -> Result<Day, String> {
    if word == "today" {
        return Ok(Day::Today);
    }
    match DateKey::parse(word) {
        Some(key) => Ok(Day::Key(key)),
        None => date(word).map(Day::Fixed),
    }
}

pub(crate) fn key_of(word: &str) -> Result<DateKey, String> {
    DateKey::parse(word).ok_or_else(|| format!("{word} is no day that rules can name"))
}

fn date(word: &str) -> Result<Date, String> {
    word.parse()
        .map_err(|_| format!("{word} is neither a fact nor a day like 2024-02-27"))
}

fn number(word: &str) -> Result<i32, String> {
    word.parse()
        .map_err(|_| format!("{word} is no whole number"))
}

fn months(n: &str, unit: &str) -> Result<i32, String> {
    match offset(n, unit, 1)? {
        Offset::Months(months) => Ok(months),
        Offset::Days(_) => Err("expected months or years".to_owned()),
    }
}

pub(crate) fn offset(n: &str, unit: &str, sign: i32) -> Result<Offset, String> {
    let n = number(n)? * sign;
    Ok(match unit {
        "day" | "days" => Offset::Days(n),
        "week" | "weeks" => Offset::Days(n * 7),
        "month" | "months" => Offset::Months(n),
        "year" | "years" => Offset::Months(n * 12),
        _ => return Err(format!("{unit} is no unit of time")),
    })
}
