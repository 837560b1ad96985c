//! From recorded facts to those the law reads. What was not recorded stays unknown.

use jiff::civil::Date;
use law::{
    Applied, Certificate, Decision, Facts, Job, Language, Level, Livelihood, Rejection, School,
    Served, Span, Training, TrainingKind,
};

use super::{Details, Fact, Said, Topic};

/// Adds to the law's facts what was recorded, as it stood on the day.
pub fn tell(recorded: &[Fact], on: Date, facts: &mut Facts) {
    let told = Told { recorded, on };
    facts.asylum_application_on = told.day(Topic::AsylumApplication);
    facts.asylum_registered_on = told.day(Topic::AsylumRegistered);
    facts.asylum_withdrawn_on = told.day(Topic::AsylumWithdrawn);
    facts.protection_recognised_on = told.day(Topic::Protection);
    facts.asylblg_since = told.day(Topic::Asylblg);
    facts.asylblg_s2_since = told.day(Topic::AsylblgS2);
    facts.identity_clarified_on = told.day(Topic::IdentityClarified);
    facts.passport_shown_on = told.day(Topic::PassportShown);
    facts.registered_unemployed_since = told.day(Topic::Unemployed);
    facts.civics_test_on = told.day(Topic::Civics);
    facts.passport_valid_to = told.state(Topic::PassportValid).and_then(Details::last_day);
    facts.asylum_rejected = told.state(Topic::AsylumRejected).and_then(rejection);
    facts.dublin_request = told.state(Topic::DublinRequest).and_then(yes);
    facts.accelerated_procedure = told.state(Topic::AcceleratedProcedure).and_then(yes);
    facts.livelihood = told.state(Topic::Livelihood).and_then(livelihood);
    facts.minor_child = told.state(Topic::MinorChild).and_then(yes);
    facts.absences = told.list(Topic::Absences, span);
    facts.lives_in_reception_centre = told.list(Topic::Reception, span);
    facts.identity_steps_on = told.list(Topic::IdentitySteps, |step| step.from_on);
    facts.school = told.list(Topic::School, school);
    facts.language = told.list(Topic::Language, language);
    facts.training = told.list(Topic::Training, training);
    facts.jobs = told.list(Topic::Jobs, job);
    facts.applied = told.list(Topic::Applied, applied);
    facts.served = told.list(Topic::Served, served);
}

struct Told<'a> {
    recorded: &'a [Fact],
    on: Date,
}

impl<'a> Told<'a> {
    fn of(&self, topic: Topic) -> impl Iterator<Item = &'a Fact> + use<'a> {
        self.recorded.iter().filter(move |fact| fact.topic == topic)
    }

    /// The state that began last; one without a day always held.
    fn state(&self, topic: Topic) -> Option<&'a Details> {
        let begun = |details: &&Details| details.from_on.is_none_or(|day| day <= self.on);
        let said = self.of(topic).filter_map(|fact| fact.said.details());
        said.filter(begun)
            .max_by_key(|details| (details.from_on, details.to_on))
    }

    fn day(&self, topic: Topic) -> Option<Date> {
        self.state(topic).and_then(|details| details.from_on)
    }

    /// None: nothing was recorded. Empty: there is nothing.
    fn list<T>(&self, topic: Topic, read: impl Fn(&Details) -> Option<T>) -> Option<Vec<T>> {
        let mut facts = self.of(topic).peekable();
        facts.peek()?;
        let mut entries: Vec<&Details> = facts
            .filter_map(|fact| match &fact.said {
                Said::Nothing => None,
                Said::Something(details) => Some(details),
            })
            .collect();
        entries.sort_by_key(|details| details.from_on);
        Some(entries.into_iter().filter_map(read).collect())
    }
}

fn yes(details: &Details) -> Option<bool> {
    details.code.map(|code| code == "yes")
}

fn rejection(details: &Details) -> Option<Rejection> {
    Some(match details.code? {
        "none" => Rejection::None,
        "simple" => Rejection::Simple,
        "manifestly_unfounded" => Rejection::ManifestlyUnfounded,
        "inadmissible" => Rejection::Inadmissible,
        _ => return None,
    })
}

fn livelihood(details: &Details) -> Option<Livelihood> {
    Some(match details.code? {
        "secured" => Livelihood::Secured,
        "mainly" => Livelihood::Mainly,
        "not" => Livelihood::Not,
        _ => return None,
    })
}

fn span(details: &Details) -> Option<Span> {
    Some(Span {
        from: details.from_on?,
        to: details.last_day(),
    })
}

fn school(details: &Details) -> Option<School> {
    let certificate = details.code.and_then(|code| {
        Some(match code {
            "none" => Certificate::None,
            "hauptschule" => Certificate::Hauptschule,
            "mittlere_reife" => Certificate::MittlereReife,
            "abitur" => Certificate::Abitur,
            "vocational" => Certificate::Vocational,
            _ => return None,
        })
    });
    Some(School {
        from: details.from_on?,
        to: details.last_day(),
        success: details.successful,
        certificate,
    })
}

fn language(details: &Details) -> Option<Language> {
    let level = match details.code? {
        "A1" => Level::A1,
        "A2" => Level::A2,
        "B1" => Level::B1,
        "B2" => Level::B2,
        "C1" => Level::C1,
        "C2" => Level::C2,
        _ => return None,
    };
    Some(Language {
        level,
        // A proof that does not say so covers all parts.
        oral_only: details.oral_only.unwrap_or(false),
        since: details.from_on?,
    })
}

fn training(details: &Details) -> Option<Training> {
    let kind = details.code.and_then(|code| {
        Some(match code {
            "qualified" => TrainingKind::Qualified,
            "assistant" => TrainingKind::Assistant,
            _ => return None,
        })
    });
    Some(Training {
        from: details.from_on?,
        to: details.last_day(),
        kind,
        contract_on: details.contract_on,
    })
}

fn job(details: &Details) -> Option<Job> {
    let hours = details.hours.and_then(|hours| i32::try_from(hours).ok());
    Some(Job {
        from: details.from_on?,
        to: details.last_day(),
        hours: hours.map(|hundredths| f64::from(hundredths) / 100.0),
        insured: details.insured,
        skilled: details.skilled,
        secures_livelihood: details.secures_livelihood,
    })
}

fn applied(details: &Details) -> Option<Applied> {
    Some(Applied {
        path: details.code?.to_owned(),
        on: details.from_on?,
    })
}

fn served(details: &Details) -> Option<Served> {
    let what = match details.code? {
        "asylum_simple" => Decision::AsylumSimple,
        "asylum_manifestly_unfounded" => Decision::AsylumManifestlyUnfounded,
        "asylum_inadmissible" => Decision::AsylumInadmissible,
        "asylblg" => Decision::Asylblg,
        "abh" => Decision::Abh,
        _ => return None,
    };
    Some(Served {
        what,
        on: details.from_on?,
    })
}
