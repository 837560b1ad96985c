//! A case on the bench: anna's, in the north, of an invented person.

use jiff::civil::date;
use platform::Role;
use platform::testing::{Answer, Testbed, Who};

use crate::cases::{self, CaseId, NewCase, Opening};
use crate::codes::Indication;
use crate::people::{self, NewPerson, PersonId};

pub(crate) struct Scene {
    pub bed: Testbed,
    pub case: CaseId,
    pub person: PersonId,
}

impl Scene {
    pub(crate) async fn set() -> Scene {
        let bed = Testbed::new(&[programme::ROOM, crate::ROOM]).await;
        let person = NewPerson {
            family_name: Some("Beispiel".to_owned()),
            given_name: Some("Amina".to_owned()),
            ..NewPerson::default()
        };
        let opening = Opening {
            opened_on: date(2022, 3, 1),
            indication: Indication::Case,
            exception: None,
        };
        let (now, north) = (bed.app.clock.now(), bed.north);
        let mut tx = bed.app.db.write().await.unwrap();
        let keys = bed.app.keys.site(&mut tx, north).await.unwrap();
        let id = people::register(&mut tx, &keys, north, &person, now)
            .await
            .unwrap();
        let mut case = NewCase::new(id, opening);
        case.worker = Some(bed.actor(Who::Anna).account);
        let facts = person.entry_facts(opening.opened_on);
        let case = cases::open(&mut tx, north, &case, &facts, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Scene {
            bed,
            case,
            person: id,
        }
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
        let mut tx = self.bed.app.db.read().await.unwrap();
        let anna = self.bed.actor(Who::Anna);
        cases::visible(&mut tx, &self.bed.app, &anna, self.case)
            .await
            .unwrap()
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
