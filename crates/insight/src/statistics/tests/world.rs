//! A small world, written by hand.

use db::{Tx, values};
use jiff::civil::Date;
use platform::testing::{Testbed, Who};
use platform::ui::{Lang, Ui};
use platform::{Result, SiteId, ids};
use uuid::Uuid;

use super::super::{Answer, Facts, Period, Question, Scope, answer};

pub(super) struct World {
    pub bed: Testbed,
}

/// A case, as far as figures know it.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub site: SiteId,
    pub entered: Option<&'static str>,
    pub closed: Option<&'static str>,
    pub sex: Option<&'static str>,
    pub nationality: Option<&'static str>,
    pub age: Option<i64>,
    pub group: Option<&'static str>,
    pub district: Option<&'static str>,
    pub access: Option<&'static str>,
}

impl World {
    pub(super) async fn new() -> World {
        let rooms = [programme::ROOM, casework::ROOM, crate::ROOM];
        World {
            bed: Testbed::new(&rooms).await,
        }
    }

    pub(super) fn case(&self) -> Case {
        Case {
            site: self.bed.north,
            entered: Some("2021-05-10"),
            closed: None,
            sex: Some("m"),
            nationality: None,
            age: Some(20),
            group: Some("D"),
            district: None,
            access: None,
        }
    }

    pub(super) async fn add(&self, case: Case, times: usize) -> Vec<Uuid> {
        let mut tx = self.bed.app.db.write().await.unwrap();
        let mut ids = Vec::new();
        for _ in 0..times {
            ids.push(insert(&mut tx, case).await);
        }
        tx.commit().await.unwrap();
        ids
    }

    pub(super) async fn need(&self, case: Uuid, domain: &str) {
        let sql = "insert into needs (site_id, id, case_id, domain, since_on, met_on)
            values ($1, $2, $3, $4, '2021-06-01', '2021-06-02')";
        let north = self.bed.north;
        self.run(sql, values![north, ids::fresh(), case, domain])
            .await;
    }

    pub(super) async fn outcome(&self, case: Uuid, kind: &str, day: &str) {
        let sql = "insert into outcomes (site_id, id, case_id, kind, on_day)
            values ($1, $2, $3, $4, $5)";
        let values = values![self.bed.north, ids::fresh(), case, kind, day];
        self.run(sql, values).await;
    }

    pub(super) async fn encounter(&self, kind: &str, persons: i64, day: &str) {
        let anna = self.bed.actor(Who::Anna).account;
        let sql = "insert into encounters (site_id, id, on_day, kind, persons, form, worker_id,
            created_at) values ($1, $2, $3, $4, $5, 'visit', $6, 0)";
        let north = self.bed.north;
        self.run(sql, values![north, ids::fresh(), day, kind, persons, anna])
            .await;
    }

    pub(super) async fn post(&self, site: SiteId, function: &str, hundredths: i64, from: &str) {
        let sql = "insert into posts (site_id, id, function, fte_hundredths, from_on, version)
            values ($1, $2, $3, $4, $5, 0)";
        self.run(sql, values![site, ids::fresh(), function, hundredths, from])
            .await;
    }

    /// A place of the programme besides north and south.
    pub(super) async fn place(&self, ags: &str, name: &str, region: Option<&str>) -> SiteId {
        let id = SiteId::new();
        let sql = "insert into sites (id, ags, name, kind, region, active)
            values ($1, $2, $3, 'district', $4, true)";
        self.run(sql, values![id, ags, name, region]).await;
        id
    }

    pub(super) async fn set(&self, name: &str, value: &str) {
        let sql = "insert into settings (name, value) values ($1, $2)";
        self.run(sql, values![name, value]).await;
    }

    pub(super) async fn run(&self, sql: &'static str, values: Vec<db::Value>) {
        let mut tx = self.bed.app.db.write().await.unwrap();
        tx.run(sql, values).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn ask(&self, scope: Scope, measure: &str, by: &str) -> Answer {
        self.try_ask(scope, measure, by).await.unwrap()
    }

    /// The years 2020 to 2022.
    pub(super) async fn try_ask(&self, scope: Scope, measure: &str, by: &str) -> Result<Answer> {
        let period = Period::parse("2020", "2022-06-30").unwrap();
        let question = Question::parse(measure, by, period).unwrap();
        let mut tx = self.bed.app.db.read().await.unwrap();
        let today: Date = self.bed.app.clock.today();
        let facts = Facts::read(&mut tx, scope).await?;
        answer(&mut tx, &self.ui(), &facts, &question, today).await
    }

    pub(super) fn ui(&self) -> Ui {
        Ui::voice(self.bed.app.texts.clone(), Lang::De)
    }

    pub(super) fn north(&self) -> Scope {
        Scope::Site(self.bed.north)
    }
}

async fn person(tx: &mut Tx, site: SiteId) -> Uuid {
    let person = ids::fresh();
    let sql = "insert into persons (site_id, id, version, created_at) values ($1, $2, 0, 0)";
    tx.run(sql, values![site, person]).await.unwrap();
    person
}

async fn insert(tx: &mut Tx, case: Case) -> Uuid {
    let (person, id) = (person(tx, case.site).await, ids::fresh());
    tx.run(
        "insert into cases (site_id, id, person_id, number, stage, indication, opened_on,
         entered_on, closed_on, district, access_path, status_group_at_entry, age_at_entry,
         sex, nationality, version, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, 0)",
        values![
            case.site,
            id,
            person,
            id.to_string(),
            if case.closed.is_some() {
                "closed"
            } else {
                "contact"
            },
            if case.entered.is_some() {
                "case"
            } else {
                "counselling"
            },
            case.entered.unwrap_or("2021-05-10"),
            case.entered,
            case.closed,
            case.district,
            case.access,
            case.group,
            case.age,
            case.sex,
            case.nationality
        ],
    )
    .await
    .unwrap();
    id
}

/// The published count at these codes; none: protected.
pub(super) fn at(answer: &Answer, codes: &[&str]) -> Option<u64> {
    let found = answer.table().get(codes);
    found.unwrap_or_else(|| panic!("no cell {codes:?}"))
}
