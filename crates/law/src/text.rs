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
        german(answer.on),
        german(answer.stand)
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
    for doubt in answer.unread.iter().chain(&answer.doubts) {
        writeln!(out, "! {doubt}")?;
    }
    access(answer, out)?;
    perspectives(answer, out)?;
    deadlines(answer, out)?;
    duties(answer, out)?;
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
            write!(out, " seit {}", german(since))?;
        }
        if let Some(until) = access.until {
            write!(out, " bis {}", german(until))?;
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
            writeln!(out, "      Antrag ab {}", german(from))?;
        }
        if let Some(until) = path.apply_until {
            writeln!(out, "      Antrag bis {}", german(until))?;
        }
        if let Some(reason) = &path.reason {
            writeln!(out, "      {reason}")?;
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
            write!(out, " seit {}", german(since))?;
        }
        if let Some(expected) = condition.expected {
            write!(out, ", erfüllt ab {}", german(expected))?;
        }
        if let Some(missing) = &condition.missing {
            write!(out, " — es fehlt: {missing}")?;
        }
        writeln!(out, " — {} [{}]", condition.para, condition.mark)?;
        if let (Some(proof), Some(issuer)) = (&condition.proof, &condition.issuer) {
            writeln!(out, "                     Nachweis: {proof} ({issuer})")?;
        }
        if let Some(reading) = &condition.reading {
            writeln!(out, "                     Lesart: {reading}")?;
        }
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
        let (on, para, mark) = (german(deadline.on), &deadline.para, &deadline.mark);
        writeln!(
            out,
            "  {on}  {:<12} {} ({kind}{passed}) — {para} [{mark}]",
            deadline.id, deadline.title
        )?;
        if let Some(doubt) = &deadline.doubt {
            writeln!(out, "      ! {doubt}")?;
        }
        if let Some(reading) = &deadline.reading {
            writeln!(out, "      Lesart: {reading}")?;
        }
    }
    Ok(())
}

fn duties(answer: &Answer, out: &mut String) -> std::fmt::Result {
    if answer.duties.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nPflichten ohne festen Tag")?;
    for duty in &answer.duties {
        let (id, title, para, mark) = (&duty.id, &duty.title, &duty.para, &duty.mark);
        writeln!(out, "  {id:<4} {title} — {para} [{mark}]")?;
        if let Some(doubt) = &duty.doubt {
            writeln!(out, "      ! {doubt}")?;
        }
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

/// A period as German readers write it; one without end is named by its begin.
pub(crate) fn period(from: Date, to: Date) -> String {
    if to == Date::MAX {
        format!("seit {}", german(from))
    } else {
        format!("vom {} bis {}", german(from), german(to))
    }
}

/// A day as German readers write it.
pub(crate) fn german(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests;
