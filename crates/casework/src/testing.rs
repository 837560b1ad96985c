//! Cases for tests, on the bench of the platform.

use jiff::civil::date;
use platform::Role;
use platform::testing::{Answer, Testbed, Who};

use crate::cases::{self, CaseId, NewCase, Opening};
use crate::codes::{Indication, Nationality, PartialDate, Sex};
use crate::people::{self, Birth, NewPerson, NewStatus, PersonId};

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
    let id = people::register(&mut tx, &keys, site, person, now)
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
    let id = cases::open(&mut tx, site, &case, &facts, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

/// A case as anna sees it.
pub(crate) async fn seen(bed: &Testbed, case: CaseId) -> cases::Case {
    let mut tx = bed.app.db.read().await.unwrap();
    cases::visible(&mut tx, &bed.app, &bed.actor(Who::Anna), case)
        .await
        .unwrap()
}

/// A form that was filled in before somebody else saved comes back as it was typed, with what
/// stands there now beside it and the version on which it may be saved knowingly.
pub(crate) fn is_overtaken(answer: &Answer, typed: &str, present: &str, version: &str) {
    assert_eq!(answer.status, 409, "{}", answer.body);
    let (_, after) = answer.body.split_once("Jetziger Stand").unwrap();
    let (beside, form) = after.split_once("</dl>").unwrap();
    assert!(beside.contains(present), "{beside}");
    assert!(form.contains(typed), "{form}");
    assert!(form.contains(&format!("name=\"version\" value=\"{version}\"")));
}

/// Amina's case on the bench: anna's, in the north.
pub(crate) struct Scene {
    pub bed: Testbed,
    pub case: CaseId,
    pub person: PersonId,
}

impl Scene {
    pub(crate) async fn set() -> Scene {
        let bed = bed().await;
        let case = open(&bed, Some(Who::Anna), &amina()).await;
        let person = seen(&bed, case).await.person;
        Scene { bed, case, person }
    }

    /// An address below the case.
    pub(crate) fn at(&self, rest: &str) -> String {
        format!("/cases/{}{rest}", self.case)
    }

    pub(crate) async fn post(&self, rest: &str, form: &[(&str, &str)]) -> Answer {
        self.bed.post(Who::Anna, &self.at(rest), form).await
    }

    pub(crate) async fn delete(&self, rest: &str, form: &[(&str, &str)]) -> Answer {
        self.bed
            .send(Who::Anna, "DELETE", &self.at(rest), form)
            .await
    }

    pub(crate) async fn get(&self, rest: &str) -> Answer {
        self.bed.get(Who::Anna, &self.at(rest)).await
    }

    /// The case as anna sees it now.
    pub(crate) async fn now(&self) -> cases::Case {
        seen(&self.bed, self.case).await
    }

    /// Nobody works on the case; every case manager of the site may take it.
    pub(crate) async fn leave_to_all(&self) {
        let mut tx = self.bed.app.db.write().await.unwrap();
        let sql = "update cases set worker_id = null";
        tx.run(sql, db::values![]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// An act is refused to other sites, to colleagues and to roles without the right; its address
    /// knows no other method; none of this leaves a trace.
    pub(crate) async fn is_anna_s_alone(&self, method: &str, rest: &str, form: &[(&str, &str)]) {
        let before = self.bed.trail(self.bed.north).await.len();
        let path = self.at(rest);
        for (who, status) in [(Who::Bela, 404), (Who::Ines, 404), (Who::Nobody, 401)] {
            let answer = self.bed.send(who, method, &path, form).await;
            let sent_away = method == "GET" && who == Who::Nobody && answer.status == 303;
            assert!(
                answer.status == status || sent_away,
                "{who:?} {method} {path}"
            );
        }
        for who in Who::SIGNED_IN
            .into_iter()
            .filter(|who| who.role() != Role::CaseManager)
        {
            let status = self.bed.send(who, method, &path, form).await.status;
            let leads_nowhere = who == Who::Cleo && status == 404;
            assert!(
                status == 403 || leads_nowhere,
                "{who:?} {method} {path}: {status}"
            );
        }
        let status = self.bed.send(Who::Anna, "PUT", &path, form).await.status;
        assert_eq!(status, 405, "{path} knows PUT");
        assert_eq!(
            self.bed.trail(self.bed.north).await.len(),
            before,
            "{method} {path}"
        );
    }

    /// The last act in the trail of the north.
    pub(crate) async fn last_act(&self) -> String {
        self.bed
            .trail(self.bed.north)
            .await
            .pop()
            .unwrap_or_default()
    }
}
