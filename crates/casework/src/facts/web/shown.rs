//! Recorded facts, arranged for readers.

use platform::ui::Ui;

use crate::codes::PartialDate;
use crate::entitlements::Background;
use crate::facts::{Details, Fact, Field, Said, Section, Topic};

pub(super) struct ShownSection {
    pub section: Section,
    pub topics: Vec<ShownTopic>,
}

pub(super) struct ShownTopic {
    pub topic: Topic,
    pub entries: Vec<ShownFact>,
    /// A list of which nothing is known yet.
    pub may_deny: bool,
    /// Another entry makes sense.
    pub may_add: bool,
    /// What proves it, and who issues the proof.
    pub proof: Option<String>,
}

pub(super) struct ShownFact {
    pub fact: Fact,
    pub text: String,
}

pub(super) fn sections(ui: &Ui, facts: &[Fact]) -> Vec<ShownSection> {
    let topics = |section: &Section| {
        let topics = Topic::ALL.iter().copied();
        let topics = topics.filter(|topic| topic.spec().section == *section);
        topics.map(|topic| shown_topic(ui, topic, facts)).collect()
    };
    let section = |section: &Section| ShownSection {
        section: *section,
        topics: topics(section),
    };
    Section::ALL.iter().map(section).collect()
}

fn shown_topic(ui: &Ui, topic: Topic, facts: &[Fact]) -> ShownTopic {
    let of_topic = facts.iter().filter(|fact| fact.topic == topic);
    let entries: Vec<ShownFact> = of_topic
        .map(|fact| ShownFact {
            text: text(ui, fact),
            fact: fact.clone(),
        })
        .collect();
    let spec = topic.spec();
    let dated = spec.many || spec.asks(Field::Code) || topic == Topic::PassportValid;
    ShownTopic {
        topic,
        may_deny: spec.many && entries.is_empty(),
        may_add: dated || entries.is_empty(),
        proof: proof(topic).filter(|_| entries.is_empty()),
        entries,
    }
}

/// What proves a fact of the topic and who issues the proof, as the rules name it.
pub(super) fn proof(topic: Topic) -> Option<String> {
    let fact = law::Rules::embedded().fact(topic.code())?;
    Some(format!("{} ({})", fact.proof, fact.issuer))
}

fn text(ui: &Ui, fact: &Fact) -> String {
    match &fact.said {
        Said::Nothing => ui.t("fact-nothing"),
        Said::Something(details) => told(ui, fact.topic, details),
    }
}

fn told(ui: &Ui, topic: Topic, details: &Details) -> String {
    let mut parts = Vec::new();
    parts.extend(details.code.map(|code| code_label(ui, topic, code)));
    parts.extend(period(ui, topic, details));
    if let Some(day) = details.contract_on {
        parts.push(ui.ta("fact-contract-of", &[("day", &ui.day(day))]));
    }
    if let Some(hours) = details.hours {
        parts.push(ui.ta("fact-hours-of", &[("hours", &ui.decimal(hours))]));
    }
    let answers = [
        (Field::Successful, details.successful),
        (Field::OralOnly, details.oral_only),
        (Field::Insured, details.insured),
        (Field::Skilled, details.skilled),
        (Field::SecuresLivelihood, details.secures_livelihood),
    ];
    for (field, known) in answers {
        if let Some(known) = known {
            let answer = if known { "fact-yes" } else { "fact-no" };
            parts.push(format!(
                "{}: {}",
                ui.t(label_key(topic, field)),
                ui.t(answer)
            ));
        }
    }
    parts.join(" · ")
}

fn period(ui: &Ui, topic: Topic, details: &Details) -> Option<String> {
    let (from, last) = (details.from_on, details.last_day());
    let asks_end = topic.spec().asks(Field::To);
    match (from, last) {
        (None, None) => None,
        (Some(from), None) if asks_end => Some(ui.ta("fact-since", &[("day", &ui.day(from))])),
        (Some(from), None) => Some(ui.day(from)),
        (None, Some(last)) => Some(ui.ta("fact-until", &[("day", &ui.day(last))])),
        (Some(from), Some(last)) => Some(format!("{} – {}", ui.day(from), ui.day(last))),
    }
}

pub(super) fn label_key(topic: Topic, field: Field) -> &'static str {
    match (topic, field) {
        (Topic::Served, Field::From) => "fact-field-served-on",
        (Topic::Applied, Field::From) => "fact-field-applied-on",
        (Topic::Language, Field::From) => "fact-field-proven-on",
        (Topic::PassportValid, Field::From) => "fact-field-issued-on",
        (Topic::PassportValid, Field::To) => "fact-field-valid-to",
        (_, Field::From) => match (topic.spec().asks(Field::To), topic.spec().asks(Field::Code)) {
            (true, _) => "fact-field-from",
            (false, true) => "fact-field-since",
            (false, false) => "fact-field-day",
        },
        (_, Field::To) => "fact-field-to",
        (_, Field::ContractOn) => "fact-field-contract-on",
        (Topic::School, Field::Code) => "fact-field-certificate",
        (Topic::Language, Field::Code) => "fact-field-level",
        (Topic::Training, Field::Code) => "fact-field-kind",
        (Topic::Served, Field::Code) => "fact-field-decision",
        (Topic::Applied, Field::Code) => "fact-field-path",
        (_, Field::Code) => "fact-field-answer",
        (_, Field::Hours) => "fact-field-hours",
        (_, Field::Successful) => "fact-field-successful",
        (_, Field::OralOnly) => "fact-field-oral-only",
        (_, Field::Insured) => "fact-field-insured",
        (_, Field::Skilled) => "fact-field-skilled",
        (_, Field::SecuresLivelihood) => "fact-field-secures-livelihood",
    }
}

pub(super) fn code_label(ui: &Ui, topic: Topic, code: &str) -> String {
    match topic {
        Topic::Language => code.to_owned(),
        Topic::Applied => ui.t(&format!("law-path-{code}")),
        _ if code == "yes" => ui.t("fact-yes"),
        _ if code == "no" => ui.t("fact-no"),
        _ => ui.t(&format!("fact-{}-{code}", topic.code())),
    }
}

/// What the law takes from other parts of the file, with what it still lacks.
pub(super) struct FromFile {
    pub birth: bool,
    pub entered: String,
    /// The day is known, not only the month.
    pub entered_exactly: bool,
    pub nationality: &'static str,
    pub statuses: usize,
}

impl FromFile {
    pub(super) fn of(ui: &Ui, background: &Background) -> FromFile {
        FromFile {
            birth: background.birth_date.is_some(),
            entered: background
                .entered
                .map_or_else(|| "–".to_owned(), |day| day.said(ui)),
            entered_exactly: matches!(background.entered, Some(PartialDate::Day(_))),
            nationality: background
                .nationality
                .map_or("–", |nationality| nationality.name(ui.lang())),
            statuses: background.history.len(),
        }
    }

    pub(super) fn birth_key(&self) -> &'static str {
        if self.birth {
            "facts-day-known"
        } else {
            "facts-day-unknown"
        }
    }
}
