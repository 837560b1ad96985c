//! A site filled with people and what happens to them.

use casework::cases::{self, NewCase, Opening};
use casework::codes::{AccessPath, Exception, Indication, Sex};
use casework::contacts::web::ADD;
use casework::contacts::{self, ContactForm, PastContact};
use casework::encounters::{self, Encounter, EncounterId, EncounterKind};
use casework::notices::{self, LocalNotice, NoticeId};
use casework::openings::web::OPEN;
use casework::people::{self, NewPerson, age_on};
use casework::plans::{self, PastGoal};
use casework::{facts, needs, outcomes};
use db::Tx;
use fastrand::Rng;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use platform::audit::{self, Entry};
use platform::{AccountId, App, Role};

use super::course;
use super::names::pick;
use super::places::Place;
use super::staff::Team;
use super::{FIRST, LAST};

pub(super) async fn populate(
    tx: &mut Tx,
    app: &App,
    place: &Place,
    team: &Team,
    random: &mut Rng,
) -> anyhow::Result<()> {
    let site = place.site.id;
    let keys = app.keys.site(tx, site).await?;
    let now = app.clock.now();
    notices::store::insert(tx, site, &agreed_lead()).await?;
    let arrivals = arrivals(place, random)?;
    let newcomers: Vec<NewPerson> = arrivals
        .iter()
        .map(|arrival| arrival.person.clone())
        .collect();
    let ids = people::register_all(tx, &keys, site, &newcomers, now).await?;
    let mut opened = Vec::new();
    for (arrival, person) in arrivals.iter().zip(&ids) {
        opened.push((new_case(arrival, *person, place, team, random), arrival));
    }
    let facts: Vec<_> = opened
        .iter()
        .map(|(_, arrival)| arrival.person.entry_facts(arrival.opening.opened_on))
        .collect();
    let rows: Vec<_> = opened.iter().map(|(case, _)| case).zip(&facts).collect();
    let case_ids = cases::open_all(tx, site, &rows, now).await?;
    let mut all = Events::default();
    for ((case, _), id) in opened.iter().zip(&case_ids) {
        all.happen(case, *id, random);
    }
    needs::insert_past(tx, site, &all.needs).await?;
    outcomes::insert_past(tx, site, &all.outcomes).await?;
    contacts::insert_past(tx, &keys, site, &all.contacts, now).await?;
    plans::insert_past(tx, &keys, site, &all.goals).await?;
    let trail = trail(&opened, &case_ids, &all);
    audit::store::begin(tx, site, trail).await?;
    let mut chance = Rng::with_seed(site_seed(place));
    let known = opened
        .iter()
        .flat_map(|(case, arrival)| super::facts::of(case.person, &arrival.person, &mut chance));
    let known: Vec<_> = known.collect();
    facts::store::insert_past(tx, site, &known, now).await?;
    let met = encounters(place, team, random);
    Ok(encounters::insert(tx, site, &met, now).await?)
}

/// What the authority of the place asks for: a value from practice.
fn agreed_lead() -> LocalNotice {
    LocalNotice {
        id: NoticeId::new(),
        replaces: None,
        about: "D03".to_owned(),
        wording: "Die Ausländerbehörde bittet um Anträge zehn Wochen vor Ablauf.".to_owned(),
        source: "Absprache im Bündnis".to_owned(),
        stated_on: date(2021, 9, 15),
        from_on: None,
        to_on: None,
        lead_weeks: Some(10),
        version: 1,
    }
}

/// The facts have a chance of their own, so that they do not change who comes.
fn site_seed(place: &Place) -> u64 {
    place.site.ags.bytes().map(u64::from).sum::<u64>() * 1_000 + place.participants as u64
}

struct Arrival {
    person: NewPerson,
    opening: Opening,
}

/// Participants, and beside them people who are counselled once or passed on.
fn arrivals(place: &Place, random: &mut Rng) -> anyhow::Result<Vec<Arrival>> {
    let others = place.participants / 9;
    let mut days: Vec<(Date, Indication)> = Vec::new();
    for number in 0..place.participants + others {
        let indication = match number {
            n if n < place.participants => Indication::Case,
            n if n % 2 == 0 => Indication::Counselling,
            _ => Indication::Referral,
        };
        days.push((arrival_day(random), indication));
    }
    days.sort_unstable();
    days.into_iter()
        .map(|(day, indication)| arrive(day, indication, random))
        .collect()
}

/// The programme begins slowly, pauses in the spring of 2020 and fills up.
fn arrival_day(random: &mut Rng) -> Date {
    let first = course::between(FIRST, LAST, random);
    let is_lockdown = first.year() == 2020 && (4..=6).contains(&first.month());
    if first.year() == 2019 || is_lockdown {
        course::between(FIRST, LAST, random)
    } else {
        first
    }
}

fn arrive(day: Date, indication: Indication, random: &mut Rng) -> anyhow::Result<Arrival> {
    let person = super::people::person(day, random)?;
    let fits = person
        .birth
        .is_some_and(|birth| (18..=27).contains(&age_on(birth, day)));
    let exception = (!fits).then_some(Exception::Age);
    Ok(Arrival {
        person,
        opening: Opening {
            opened_on: day,
            indication,
            exception,
        },
    })
}

fn new_case(
    arrival: &Arrival,
    person: people::PersonId,
    place: &Place,
    team: &Team,
    random: &mut Rng,
) -> NewCase {
    let worker = pick(&team.managers, random);
    let opened_on = arrival.opening.opened_on;
    let mut case = NewCase::new(person, arrival.opening);
    case.worker = (random.u32(..100) > 0).then_some(worker);
    case.access_path = Some(pick(AccessPath::ALL, random));
    case.district = Some(pick(&place.districts, random).to_owned());
    case.closure = match arrival.opening.indication {
        Indication::Case => course::closure(opened_on, random),
        Indication::Counselling | Indication::Referral => None,
    };
    let until = case.closure.map_or(LAST, |closure| closure.closed_on);
    if arrival.opening.indication == Indication::Case {
        case.stages = course::stages(opened_on, until, random);
    }
    case
}

#[derive(Default)]
struct Events {
    needs: Vec<(cases::CaseId, needs::Need)>,
    outcomes: Vec<(cases::CaseId, outcomes::Outcome)>,
    contacts: Vec<PastContact>,
    goals: Vec<PastGoal>,
}

impl Events {
    fn happen(&mut self, case: &NewCase, id: cases::CaseId, random: &mut Rng) {
        let from = case.opening.opened_on;
        let until = case.closure.map_or(LAST, |closure| closure.closed_on);
        let held = case.worker.map_or_else(Vec::new, |worker| {
            course::contacts(worker, from, until, random)
        });
        let past = |contact| PastContact {
            case: id,
            person: case.person,
            contact,
        };
        if case.opening.indication != Indication::Case {
            self.contacts.extend(held.into_iter().take(1).map(past));
            return;
        }
        self.contacts.extend(held.into_iter().map(past));
        self.needs.extend(course::needs(id, from, until, random));
        self.outcomes
            .extend(course::outcomes(id, from, until, random));
        if let Some(goal) = course::goal(from, until, random) {
            self.goals.push(PastGoal {
                case: id,
                person: case.person,
                goal,
            });
        }
    }
}

/// Who opened which case and wrote down which contact, by the day.
fn trail(
    opened: &[(NewCase, &Arrival)],
    ids: &[cases::CaseId],
    events: &Events,
) -> Vec<audit::store::Past> {
    let openings = opened.iter().zip(ids).filter_map(|((case, _), id)| {
        let worker = case.worker?;
        Some((
            case.opening.opened_on,
            worker,
            Entry::new(OPEN, "case", id.0),
        ))
    });
    let contacts = events.contacts.iter().map(|past| {
        let contact = &past.contact;
        let entry = Entry::new(ADD, "case", past.case.0);
        (contact.held_on, contact.worker, entry)
    });
    let mut done: Vec<_> = openings.chain(contacts).collect();
    done.sort_by_key(|(day, ..)| *day);
    let past = |(day, account, entry): (Date, AccountId, Entry)| audit::store::Past {
        at: noon(day),
        account,
        role: Role::CaseManager,
        entry,
    };
    done.into_iter().map(past).collect()
}

fn noon(day: Date) -> Timestamp {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}

/// Meetings in accommodations, schools and streets, counted without a name.
fn encounters(place: &Place, team: &Team, random: &mut Rng) -> Vec<Encounter> {
    let mut met = Vec::new();
    let mut month = FIRST;
    while month <= LAST {
        for kind in [
            EncounterKind::Addressed,
            EncounterKind::Addressed,
            EncounterKind::Counselled,
        ] {
            met.push(Encounter {
                id: EncounterId::new(),
                on: course::between(month, month.last_of_month(), random),
                kind,
                persons: random.i64(1..=2 + i64::try_from(place.participants / 40).unwrap_or(0)),
                sex: (random.u32(..4) == 0).then_some(Sex::Male),
                form: pick(
                    &[
                        ContactForm::Outreach,
                        ContactForm::Group,
                        ContactForm::InPerson,
                    ],
                    random,
                ),
                district: Some(pick(&place.districts, random).to_owned()),
                worker: pick(&team.managers, random),
            });
        }
        month = month.first_of_month().saturating_add(1.month());
    }
    met
}
