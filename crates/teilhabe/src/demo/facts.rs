//! What the law asks of the invented people: school, work, papers, the asylum procedure.

use casework::codes::PartialDate;
use casework::facts::store::PastFact;
use casework::facts::{Details, Said, Topic};
use casework::people::{NewPerson, NewStatus, PersonId, age_on};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::LAST;
use super::course::between;
use super::names::pick;

/// What a file knows of a person on the last day of the programme; much of it stays unknown.
pub(super) fn of(id: PersonId, person: &NewPerson, random: &mut Rng) -> Vec<PastFact> {
    let Some(entered) = person.entered_germany.map(PartialDate::earliest) else {
        return Vec::new();
    };
    let mut file = File {
        person: id,
        entered,
        status: person.statuses.last().cloned(),
        young: person.birth.is_some_and(|birth| age_on(birth, LAST) < 21),
        known: Vec::new(),
        plans_training: random.u32(..100) < 20,
        random,
    };
    file.procedure();
    file.identity();
    file.education();
    file.work();
    file.living();
    file.known
}

struct File<'a> {
    person: PersonId,
    entered: Date,
    /// The present one.
    status: Option<NewStatus>,
    known: Vec<PastFact>,
    /// Not yet 21: has mostly gone to school here.
    young: bool,
    /// Has a contract for the coming summer.
    plans_training: bool,
    random: &'a mut Rng,
}

fn day(on: Date) -> Details {
    Details::on(on)
}

fn code(code: &'static str, from_on: Option<Date>) -> Details {
    Details {
        code: Some(code),
        from_on,
        ..Details::default()
    }
}

impl File<'_> {
    fn chance(&mut self, percent: u32) -> bool {
        self.random.u32(..100) < percent
    }

    fn add(&mut self, topic: Topic, details: Details) {
        let said = Said::Something(details);
        self.known.push(PastFact {
            person: self.person,
            topic,
            said,
        });
    }

    fn none(&mut self, topic: Topic) {
        let said = Said::Nothing;
        self.known.push(PastFact {
            person: self.person,
            topic,
            said,
        });
    }

    /// So many days after a day, at the latest on the last day.
    fn after(&mut self, from: Date, days: std::ops::Range<i32>) -> Date {
        let later = from.saturating_add(self.random.i32(days).days());
        later.min(LAST)
    }

    fn holds(&self, code: &str) -> bool {
        let held = self.status.as_ref();
        held.is_some_and(|status| status.code.as_str() == code)
    }

    fn status_since(&self) -> Date {
        let from = self.status.as_ref().and_then(|status| status.from_on);
        from.map_or(self.entered, PartialDate::earliest)
    }

    fn procedure(&mut self) {
        let waiting = self.holds("AG");
        if self.chance(85) {
            let on = self.after(self.entered, 20..90);
            self.add(Topic::AsylumApplication, day(on));
        }
        if waiting {
            self.add(Topic::AsylumRejected, code("none", None));
            if self.chance(3) {
                let on = between(date(2022, 6, 18), date(2022, 6, 29), self.random);
                self.add(Topic::Served, code("asylum_simple", Some(on)));
            }
        } else if self.chance(80) {
            let since = self.status_since();
            let kinds = [
                "simple",
                "simple",
                "simple",
                "manifestly_unfounded",
                "inadmissible",
            ];
            let kind = pick(&kinds, self.random);
            self.add(Topic::AsylumRejected, code(kind, Some(since)));
        }
        if self.chance(60) {
            self.add(Topic::DublinRequest, code("no", None));
        }
    }

    fn identity(&mut self) {
        if self.chance(75) {
            self.none(Topic::Absences);
        }
        let trained = self.holds("D_60C") || self.holds("D_60D") || self.plans_training;
        let asked_for = if self.young { 60 } else { 40 };
        if trained || self.chance(asked_for) {
            // Within six months of the entry for most: § 60c(2) Nr. 3 asks for it.
            let days = if self.chance(70) { 40..170 } else { 170..600 };
            let on = self.after(self.entered, days);
            self.add(Topic::IdentityClarified, day(on));
            if self.chance(60) {
                self.add(Topic::PassportShown, day(on));
                let to_on = Some(LAST.saturating_add(self.random.i32(20..1_800).days()));
                let details = Details {
                    to_on,
                    ..Details::default()
                };
                self.add(Topic::PassportValid, details);
            }
        } else if self.chance(50) {
            let on = self.after(self.entered, 100..900);
            self.add(Topic::IdentitySteps, day(on));
        }
    }

    fn education(&mut self) {
        let (went, days) = if self.young {
            (85, 1_000..2_600)
        } else {
            (55, 500..2_300)
        };
        if self.chance(went) {
            let from = self.after(self.entered, 60..240);
            let end = from.saturating_add(self.random.i32(days).days());
            let certificates = ["none", "hauptschule", "hauptschule", "mittlere_reife"];
            let certificate = pick(&certificates, self.random);
            let ended = end < LAST;
            let details = Details {
                from_on: Some(from),
                to_on: ended.then_some(end),
                code: ended.then_some(certificate),
                successful: Some(self.random.u32(..100) < 85),
                ..Details::default()
            };
            self.add(Topic::School, details);
        } else if self.chance(40) {
            self.none(Topic::School);
        }
        if self.chance(75) {
            let level = pick(&["A1", "A2", "A2", "B1", "B1", "B2"], self.random);
            let on = self.after(self.entered, 200..1_200);
            let details = Details {
                oral_only: Some(self.random.u32(..100) < 15),
                ..code(level, Some(on))
            };
            self.add(Topic::Language, details);
        }
        if self.chance(8) {
            let on = self.after(self.entered, 500..1_400);
            self.add(Topic::Civics, day(on));
        }
    }

    fn work(&mut self) {
        if self.holds("D_60C") {
            let from = self.status_since();
            self.train(from, from.saturating_sub(60.days()));
        } else if self.plans_training {
            let contract = between(date(2022, 4, 1), date(2022, 6, 20), self.random);
            let from = pick(&[date(2022, 8, 1), date(2022, 9, 1)], self.random);
            self.train(from, contract);
        } else if self.chance(40) {
            self.none(Topic::Training);
        }
        let employed = self.holds("D_60D");
        if employed || self.chance(25) {
            let from = if employed {
                self.status_since().saturating_sub(560.days())
            } else {
                self.after(self.entered, 300..1_500)
            };
            let full = employed || self.random.bool();
            let details = Details {
                from_on: Some(from),
                hours: Some(if full { 3_900 } else { 1_950 }),
                insured: Some(full || self.random.bool()),
                skilled: Some(false),
                secures_livelihood: full.then_some(true),
                ..Details::default()
            };
            self.add(Topic::Jobs, details);
        } else if self.chance(50) {
            self.none(Topic::Jobs);
            if self.chance(35) {
                let on = between(date(2021, 9, 1), LAST, self.random);
                self.add(Topic::Unemployed, day(on));
            }
        }
    }

    fn train(&mut self, from: Date, contract_on: Date) {
        let assistant = self.chance(12);
        let years = if assistant { 1 } else { 3 };
        let details = Details {
            from_on: Some(from),
            to_on: Some(from.saturating_add(years.years())),
            contract_on: Some(contract_on),
            code: Some(if assistant { "assistant" } else { "qualified" }),
            ..Details::default()
        };
        self.add(Topic::Training, details);
    }

    fn living(&mut self) {
        let first = self.after(self.entered, 2..20);
        if self.chance(80) {
            self.add(Topic::Asylblg, day(first));
        }
        let turn = self.entered.saturating_add(18.months());
        if turn < LAST && self.chance(60) {
            self.add(Topic::AsylblgS2, day(turn));
        }
        if self.chance(75) {
            let details = Details {
                to_on: Some(self.after(first, 40..500)),
                ..day(first)
            };
            self.add(Topic::Reception, details);
        }
        if self.chance(60) {
            let kinds = ["not", "not", "not", "mainly", "secured"];
            let kind = pick(&kinds, self.random);
            self.add(Topic::Livelihood, code(kind, None));
        }
        if self.chance(65) {
            let child = if self.chance(8) { "yes" } else { "no" };
            self.add(Topic::MinorChild, code(child, None));
        }
        if self.chance(3) {
            let on = between(date(2022, 6, 2), date(2022, 6, 29), self.random);
            self.add(Topic::Served, code("asylblg", Some(on)));
        }
    }
}

#[cfg(test)]
mod tests;
