//! Cases for tests, on the bench of the platform.

use jiff::civil::date;
use platform::testing::{Testbed, Who};

use crate::cases::{CaseId, NewCase, Opening};
use crate::codes::{Indication, Nationality, PartialDate, Sex};
use crate::people::{Birth, NewPerson, NewStatus};

pub(crate) async fn bed() -> Testbed {
    Testbed::new(&[programme::ROOM, crate::ROOM]).await
}

/// Amina Rahimi, 21, with a Duldung for training.
pub(crate) fn amina() -> NewPerson {
    let duldung = law::StatusCode::parse("D_60C").unwrap();
    let since = PartialDate::Day(date(2021, 9, 1));
    NewPerson {
        family_name: Some("Rahimi".to_owned()),
        given_name: Some("Amina".to_owned()),
        birth: Some(Birth::Day(date(2001, 4, 9))),
        sex: Some(Sex::Female),
        nationalities: vec![Nationality::parse("423").unwrap()],
        statuses: vec![NewStatus::since(duldung, Some(since))],
        ..NewPerson::default()
    }
}

/// A case opened on 1 March 2022 for the worker, or for nobody at anna's site.
pub(crate) async fn open(bed: &Testbed, worker: Option<Who>, person: &NewPerson) -> CaseId {
    let actor = bed.actor(worker.unwrap_or(Who::Anna));
    let (site, now) = (actor.own_site().unwrap(), bed.app.clock.now());
    let mut tx = bed.app.db.write().await.unwrap();
    let keys = bed.app.keys.site(&mut tx, site).await.unwrap();
    let id = crate::people::register(&mut tx, &keys, site, person, now)
        .await
        .unwrap();
    let opening = Opening {
        opened_on: date(2022, 3, 1),
        indication: Indication::Case,
        exception: None,
    };
    let mut case = NewCase::new(id, opening);
    case.worker = worker.map(|_| actor.account);
    let facts = person.entry_facts(opening.opened_on);
    let id = crate::cases::open(&mut tx, site, &case, &facts, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}
