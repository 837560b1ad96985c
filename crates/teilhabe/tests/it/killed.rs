//! The program is killed a hundred times while people save, import and order reports. What it had
//! acknowledged is there afterwards, and nothing is there by half.

use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use db::{Db, values};
use platform::audit;

use crate::program::{Installation, Server, Visitor, make_schema, postgres};

const SITE: &str = "05315";
const KILLS: u64 = 100;
/// What has to be struck at least once, by more kills if the machine is too quick or too slow.
const JOBS: [&str; 3] = ["import-check", "import-take", "report.build"];
const MOST_KILLS: u64 = 4 * KILLS;
/// Rows of each imported list.
const ROWS: usize = 400;
/// The longest life of a program, in milliseconds.
const LONGEST: u64 = 500;
/// Each program after so many may finish its work first, for killed jobs begin anew.
const CALM: u64 = 5;

#[test]
fn a_hundred_kills_lose_nothing_acknowledged_and_leave_nothing_by_half() {
    hundred_kills(&Installation::new());
}

#[test]
fn the_same_holds_on_postgresql() {
    if let Some(url) = postgres("killed") {
        make_schema("killed");
        hundred_kills(&Installation::on(&url));
    }
}

/// What the program said it had done.
#[derive(Default)]
struct Acknowledged {
    /// Numbers of cases.
    cases: Vec<String>,
    /// Contacts of a case.
    contacts: BTreeMap<String, i64>,
    /// Imports that were said to be taken over.
    imports: Vec<String>,
    reports: Vec<String>,
}

type Shared = Arc<Mutex<Acknowledged>>;

fn hundred_kills(here: &Installation) {
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "case_manager", SITE);
    here.hire("emil@example.org", "coordinator", SITE);
    let mut server = here.serve();
    let (anna, emil) = (
        server.sign_in("anna@example.org"),
        server.sign_in("emil@example.org"),
    );
    let told = Shared::default();
    let mut chance = fastrand::Rng::with_seed(7);
    let mut interrupted = BTreeMap::new();
    let all_struck =
        |struck: &BTreeMap<String, i32>| JOBS.iter().all(|kind| struck.contains_key(*kind));
    for round in 0..MOST_KILLS {
        if round >= KILLS && all_struck(&interrupted) {
            break;
        }
        live(&mut server, (&anna, &emil), round, &told, &mut chance);
        for kind in running(here) {
            *interrupted.entry(kind).or_insert(0) += 1;
        }
        server = here.serve();
    }
    finish_work(&anna.at(&server));
    drop(server);
    eprintln!("struck while at work: {interrupted:?}");
    assert!(all_struck(&interrupted), "not all of {JOBS:?} were struck");
    let told = Arc::into_inner(told).unwrap().into_inner().unwrap();
    block(examine(here, &told));
}

/// Three people work at once until the program is killed.
fn live(
    server: &mut Server,
    (anna, emil): (&Visitor, &Visitor),
    round: u64,
    told: &Shared,
    chance: &mut fastrand::Rng,
) {
    let (anna, emil) = (anna.at(server), emil.at(server));
    let (take, taking) = channel();
    let work: [Box<dyn FnOnce() -> Option<()> + Send>; 3] = [
        Box::new({
            let (anna, told) = (anna.clone(), told.clone());
            move || save(&anna, round, &told)
        }),
        Box::new({
            let told = told.clone();
            move || {
                import(&anna, round, &told)?;
                take.send(()).ok()
            }
        }),
        Box::new({
            let (emil, told) = (emil.clone(), told.clone());
            move || order(&emil, round, &told)
        }),
    ];
    let work = work.map(std::thread::spawn);
    if round.is_multiple_of(3) {
        let _ = taking.recv_timeout(Duration::from_secs(2));
        std::thread::sleep(Duration::from_millis(chance.u64(0..100)));
    } else {
        std::thread::sleep(Duration::from_millis(chance.u64(20..LONGEST)));
    }
    if round % CALM == CALM - 1 {
        finish_work(&emil);
    }
    server.kill();
    for one in work {
        one.join().unwrap();
    }
}

/// New cases and notes on them, until there is no answer any more.
fn save(anna: &Visitor, round: u64, told: &Shared) -> Option<()> {
    for n in 0.. {
        let number = format!("S{round}-{n}");
        let name = word(round * 1000 + n);
        let case = [
            ("family_name", name.as_str()),
            ("number", &number),
            ("indication", "referral"),
            ("same_as", "new"),
        ];
        let answer = anna.try_post("/cases", &case)?;
        assert_eq!(answer.status, 303, "{}", answer.body);
        told.lock().unwrap().cases.push(number.clone());
        let contacts = format!("{}/contacts", answer.location);
        for said in 1..=2 {
            let note = [("form", "phone"), ("note", "Rückruf am Montag")];
            let answer = anna.try_post(&contacts, &note)?;
            assert_eq!(answer.status, 303, "{}", answer.body);
            told.lock().unwrap().contacts.insert(number.clone(), said);
        }
    }
    None
}

/// A list is uploaded, checked and taken over.
fn import(anna: &Visitor, round: u64, told: &Shared) -> Option<()> {
    let answer = anna.try_upload(&list(round))?;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let import = answer.location;
    loop {
        let answer = anna.try_post(&format!("{import}/takeover"), &[])?;
        if answer.status == 303 {
            told.lock().unwrap().imports.push(format!("I{round}"));
            return Some(());
        }
        assert_eq!(answer.status, 409, "{}", answer.body);
        let answer = anna.try_post(&format!("{import}/check"), &[])?;
        assert!([303, 409].contains(&answer.status), "{}", answer.body);
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn list(round: u64) -> String {
    let row = |n: usize| {
        let name = word(1_000_000 + round * 1000 + n as u64);
        let (day, month) = (1 + n % 28, 1 + n / 28 % 12);
        format!("{name};Kim;{day}.{month}.2001;I{round}-{n}\n")
    };
    let rows: String = (0..ROWS).map(row).collect();
    format!("Nachname;Vorname;Geburtsdatum;Fallnummer\n{rows}")
}

/// A name nobody has twice, nor one like it.
fn word(number: u64) -> String {
    let mut chance = fastrand::Rng::with_seed(number);
    let mut letter = |of: &[u8]| char::from(of[chance.usize(..of.len())]);
    (0..10)
        .flat_map(|_| [letter(b"bdfghklmnprst"), letter(b"aeiou")])
        .collect()
}

fn order(emil: &Visitor, round: u64, told: &Shared) -> Option<()> {
    if !round.is_multiple_of(2 * CALM) {
        return None;
    }
    let year = platform::Clock::System.today().year();
    let answer = emil.try_post("/reports", &[("year", &year.to_string())])?;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let job = answer.location.rsplit('/').next()?.to_owned();
    told.lock().unwrap().reports.push(job);
    None
}

/// Kinds of the jobs that ran when the program died.
fn running(here: &Installation) -> Vec<String> {
    block(async {
        let db = Db::open_reading(&here.database).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let sql = "select kind from jobs where state = 'running'";
        let rows = tx.all(sql, values![]).await.unwrap();
        drop(tx);
        db.close().await;
        rows.iter().map(|row| row.get("kind").unwrap()).collect()
    })
}

/// Lets the program finish what is in its queue.
fn finish_work(anna: &Visitor) {
    let patience = Instant::now() + Duration::from_mins(2);
    loop {
        let metrics = anna.get("/metrics").body;
        let waiting = metrics
            .lines()
            .find_map(|line| line.strip_prefix("teilhabe_jobs_waiting "));
        if waiting == Some("0") {
            return;
        }
        assert!(Instant::now() < patience, "{metrics}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn block<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

async fn examine(here: &Installation, told: &Acknowledged) {
    let db = Db::open_reading(&here.database).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let (lines, breaks) = audit::verify(&mut tx).await.unwrap();
    assert!(lines > 100 && breaks.is_empty(), "{breaks:?}");
    let sql = "select kind, state, message from jobs where state <> 'done'";
    let open = tx.all(sql, values![]).await.unwrap();
    let told_of = |row: &db::Row| {
        ["kind", "state", "message"].map(|column| row.get::<String>(column).unwrap())
    };
    let open: Vec<_> = open.iter().map(told_of).collect();
    assert!(
        open.is_empty(),
        "jobs that did not come to their end: {open:?}"
    );
    whole_cases(&mut tx, told).await;
    whole_imports(&mut tx, told).await;
    whole_reports(&mut tx, told).await;
    if db.engine() == db::Engine::Sqlite {
        let sound = tx.all("pragma integrity_check", values![]).await.unwrap();
        assert_eq!(sound[0].get::<String>("integrity_check").unwrap(), "ok");
        let loose = tx.all("pragma foreign_key_check", values![]).await.unwrap();
        assert!(loose.is_empty(), "rows without the ones they belong to");
    }
    drop(tx);
    db.close().await;
}

async fn count(tx: &mut db::Tx, sql: &'static str) -> i64 {
    let row = tx.one(sql, values![]).await.unwrap();
    row.get("n").unwrap()
}

/// Each saved case has its person, key, name and line of the trail, and no more than one of each.
#[expect(
    clippy::too_many_lines,
    reason = "one look at all that a case is made of"
)]
async fn whole_cases(tx: &mut db::Tx, told: &Acknowledged) {
    let rows = tx
        .all(
            "select c.number,
               (select count(*) from persons p where p.site_id = c.site_id and p.id = c.person_id) as persons,
               (select count(*) from person_keys k where k.site_id = c.site_id and k.person_id = c.person_id) as keys,
               (select count(*) from person_identity i where i.site_id = c.site_id and i.person_id = c.person_id
                  and i.family_name is not null) as names,
               (select count(*) from case_stages s where s.site_id = c.site_id and s.case_id = c.id) as stages,
               (select count(*) from contacts n where n.site_id = c.site_id and n.case_id = c.id) as contacts,
               (select count(*) from audit a where a.site_id = c.site_id and a.subject_id = c.id
                  and a.act = 'case.open') as openings,
               (select count(*) from audit a where a.site_id = c.site_id and a.subject_id = c.id
                  and a.act = 'contact.add') as noted
             from cases c where c.number like 'S%'",
            values![],
        )
        .await
        .unwrap();
    let mut contacts = BTreeMap::new();
    for row in &rows {
        let number: String = row.get("number").unwrap();
        for part in ["persons", "keys", "names", "stages", "openings"] {
            assert_eq!(row.get::<i64>(part).unwrap(), 1, "{part} of {number}");
        }
        let noted: i64 = row.get("noted").unwrap();
        assert_eq!(row.get::<i64>("contacts").unwrap(), noted, "{number}");
        contacts.insert(number, noted);
    }
    assert!(
        told.cases.len() > 100,
        "enough was saved: {}",
        told.cases.len()
    );
    for number in &told.cases {
        let noted = contacts.get(number);
        let noted = *noted.unwrap_or_else(|| panic!("{number} was acknowledged and is lost"));
        let said = told.contacts.get(number).copied().unwrap_or_default();
        assert!(
            noted >= said,
            "{number}: {said} notes were acknowledged, {noted} are there"
        );
    }
    eprintln!(
        "{} cases acknowledged, {} there",
        told.cases.len(),
        rows.len()
    );
}

/// Each list is there as a whole or not at all, and was taken over once.
async fn whole_imports(tx: &mut db::Tx, told: &Acknowledged) {
    let rows = tx
        .all("select number from cases where number like 'I%'", values![])
        .await
        .unwrap();
    let mut cases = BTreeMap::new();
    for row in &rows {
        let number: String = row.get("number").unwrap();
        let (list, _) = number.split_once('-').unwrap();
        *cases.entry(list.to_owned()).or_insert(0) += 1;
    }
    let torn: Vec<_> = cases.iter().filter(|(_, cases)| **cases != ROWS).collect();
    assert!(torn.is_empty(), "by half: {torn:?}");
    assert!(!told.imports.is_empty());
    for list in &told.imports {
        assert!(
            cases.contains_key(list),
            "{list} was acknowledged and is lost"
        );
    }
    let lists = i64::try_from(cases.len()).unwrap();
    let taken = count(
        tx,
        "select count(*) as n from imports where state = 'taken'",
    )
    .await;
    let lines = count(
        tx,
        "select count(*) as n from audit where act = 'import.take'",
    )
    .await;
    assert_eq!(
        (taken, lines),
        (lists, lists),
        "a list, its state and its line in the trail"
    );
    eprintln!("{} lists acknowledged, {lists} there", told.imports.len());
}

/// Each ordered report was built, and what is kept is whole.
async fn whole_reports(tx: &mut db::Tx, told: &Acknowledged) {
    assert!(!told.reports.is_empty());
    for job in &told.reports {
        let id: uuid::Uuid = job.parse().unwrap();
        let sql = "select state, result from jobs where id = $1";
        let row = tx.one(sql, values![id]).await.unwrap();
        assert_eq!(row.get::<String>("state").unwrap(), "done");
        let sql = "select count(*) as n from reports where job_id = $1";
        let kept: i64 = tx.one(sql, values![id]).await.unwrap().get("n").unwrap();
        let result = row.get::<String>("result").unwrap();
        assert_eq!(result, format!("{{\"built\":1,\"kept\":{kept}}}"));
    }
    let rows = tx.all("select sha256, pdf from reports", values![]);
    for row in rows.await.unwrap() {
        let pdf: Vec<u8> = row.get("pdf").unwrap();
        let end = pdf.trim_ascii_end();
        assert!(
            pdf.starts_with(b"%PDF-") && end.ends_with(b"%%EOF"),
            "a torn report"
        );
    }
    eprintln!("{} reports acknowledged", told.reports.len());
}
