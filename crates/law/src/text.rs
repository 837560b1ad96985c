//! The answer as plain German text.

use std::fmt::Write;

use jiff::civil::Date;

use crate::answer::{Access, Answer, ConditionState, Kind, PathResult, Perspective};

/// The answer in plain German, for the terminal or a printed sheet.
pub fn text(answer: &Answer) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write(answer, &mut out);
    out
}

fn write(answer: &Answer, out: &mut String) -> std::fmt::Result {
    writeln!(
        out,
        "Rechtslage am {} (Stand der Regeln: {})",
        day(answer.on),
        day(answer.stand)
    )?;
    writeln!(out, "{}. {}", answer.notice, answer.contact)?;
    let days =
        |days: Option<i32>| days.map_or("unbekannt".to_owned(), |days| format!("{days} Tage"));
    let (stay, duldung) = (
        days(answer.clocks.stay_days),
        days(answer.clocks.duldung_days),
    );
    writeln!(
        out,
        "\nAufenthalt: {stay} · anrechenbare Duldung: {duldung}"
    )?;
    for doubt in &answer.doubts {
        writeln!(out, "! {doubt}")?;
    }
    access(answer, out)?;
    perspectives(answer, out)?;
    deadlines(answer, out)?;
    for notice in &answer.notices {
        writeln!(out, "\nHinweis: {} ({})", notice.text, notice.source)?;
    }
    Ok(())
}

fn access(answer: &Answer, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\nZugang")?;
    for access in &answer.access {
        write!(
            out,
            "  {:<22} {}: {}",
            access.id,
            access.title,
            word(access.result)
        )?;
        if let Some(since) = access.since {
            write!(out, " seit {}", day(since))?;
        }
        if let Some(until) = access.until {
            write!(out, " bis {}", day(until))?;
        }
        writeln!(out, " — {} [{}]", access.para, access.mark)?;
        if !access.missing.is_empty() {
            writeln!(out, "      fehlt: {}", access.missing.join("; "))?;
        }
        for ask in &access.ask {
            writeln!(out, "      noch zu klären: {ask}")?;
        }
        for line in [&access.note, &access.doubt].into_iter().flatten() {
            writeln!(out, "      {line}")?;
        }
        if let Some(reading) = &access.reading {
            writeln!(out, "      Lesart: {reading}")?;
        }
    }
    Ok(())
}

fn perspectives(answer: &Answer, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\nPerspektiven")?;
    for path in &answer.perspectives {
        let result = match path.result {
            PathResult::Open => "offen",
            PathResult::Missing => "es fehlt noch etwas",
            PathResult::AskExpert => "Fachberatung fragen",
            PathResult::NotOpen => "nicht offen",
        };
        writeln!(
            out,
            "  {} {} ({}): {result} [{}]",
            path.id, path.title, path.para, path.mark
        )?;
        if let Some(from) = path.apply_from {
            writeln!(out, "      Antrag ab {}", day(from))?;
        }
        if let Some(until) = path.apply_until {
            writeln!(out, "      Antrag bis {}", day(until))?;
        }
        conditions(path, out)?;
        for doubt in &path.doubts {
            writeln!(out, "      ! {doubt}")?;
        }
    }
    Ok(())
}

fn conditions(path: &Perspective, out: &mut String) -> std::fmt::Result {
    for condition in &path.conditions {
        let state = match condition.state {
            ConditionState::Met => "erfüllt",
            ConditionState::NotMet => "nicht erfüllt",
            ConditionState::Unknown => "unbekannt",
            ConditionState::Ask => "noch zu klären",
        };
        write!(
            out,
            "      {:<14} {}: {state}",
            condition.id, condition.text
        )?;
        if let Some(since) = condition.since {
            write!(out, " seit {}", day(since))?;
        }
        if let Some(missing) = &condition.missing {
            write!(out, " — es fehlt: {missing}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn deadlines(answer: &Answer, out: &mut String) -> std::fmt::Result {
    writeln!(out, "\nFristen")?;
    for deadline in &answer.deadlines {
        let kind = match deadline.kind {
            Kind::L => "gesetzlich",
            Kind::C => "berechnet",
            Kind::P => "Praxiswert",
        };
        let passed = if deadline.passed { ", vorbei" } else { "" };
        let (on, para, mark) = (day(deadline.on), &deadline.para, &deadline.mark);
        writeln!(
            out,
            "  {on}  {:<12} {} ({kind}{passed}) — {para} [{mark}]",
            deadline.id, deadline.title
        )?;
    }
    Ok(())
}

/// A result in words.
fn word(result: Access) -> &'static str {
    match result {
        Access::Claim => "Anspruch",
        Access::Soll => "soll",
        Access::Discretion => "Ermessen",
        Access::Yes => "ja",
        Access::No => "nein",
        Access::Unknown => "unbekannt",
    }
}

fn day(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests;
