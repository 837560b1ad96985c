//! What people type into the forms is what the figures count: no dimension reads a column that
//! nobody writes.

use db::values;
use insight::statistics::{self, Dimension, Facts, MEASURES, Period, Question, Scope, files};
use platform::testing::{Testbed, Who};
use platform::ui::{Lang, Ui};
use teilhabe::house;

/// Three people with the same facts, so that every count is 3 and printed.
const PEOPLE: [(&str, &str); 3] = [
    ("Rahimi", "Amina"),
    ("Teklehaimanot", "Winta"),
    ("Doumbouya", "Fatoumata"),
];

/// Their cases' addresses.
async fn three_cases(bed: &Testbed) -> Vec<String> {
    let mut cases = Vec::new();
    let anna = bed.actor(Who::Anna).account.to_string();
    provider_with_post(bed, &anna).await;
    for (place, (family_name, given_name)) in PEOPLE.into_iter().enumerate() {
        let form = [
            ("family_name", family_name),
            ("given_name", given_name),
            ("birth", ["9.4.2000", "17.11.2000", "3.1.2001"][place]),
            ("sex", "f"),
            ("nationality", "423"),
            ("status", "D_60C"),
            ("status_since", "9/2021"),
            ("opened_on", "2022-03-01"),
            ("access_path", "outreach"),
            ("district", "Mitte"),
            ("indication", "case"),
            ("worker", anna.as_str()),
        ];
        let case = posted(bed, Who::Anna, "/cases", &form).await;
        let need = [("domain", "AUS"), ("since_on", "2022-03-01")];
        posted(bed, Who::Anna, &format!("{case}/needs"), &need).await;
        let contact = [
            ("form", "phone"),
            ("topics", "AUS"),
            ("held_on", "2022-03-02"),
        ];
        posted(bed, Who::Anna, &format!("{case}/contacts"), &contact).await;
        let outcome = [("kind", "training"), ("on_day", "2022-06-01")];
        posted(bed, Who::Anna, &format!("{case}/outcomes"), &outcome).await;
        cases.push(case);
    }
    cases
}

async fn provider_with_post(bed: &Testbed, anna: &str) {
    let caritas = [("name", "Caritas"), ("kind", "welfare")];
    posted(bed, Who::Emil, "/site/providers", &caritas).await;
    let form = bed.get(Who::Emil, "/site/posts/new").await.body;
    let (before, _) = form.split_once(">Caritas<").unwrap();
    let (_, provider) = before.rsplit_once("value=\"").unwrap();
    let post = [
        ("provider", &provider[..36]),
        ("function", "case_management"),
        ("fte", "1"),
        ("from_on", "2022-01-01"),
        ("account", anna),
    ];
    posted(bed, Who::Emil, "/site/posts", &post).await;
}

async fn posted(bed: &Testbed, who: Who, path: &str, form: &[(&str, &str)]) -> String {
    let answer = bed.post(who, path, form).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    answer.location
}

/// The printed cells of a figure that are neither nought nor sums, as code and count.
async fn counted(bed: &Testbed, measure: &str, by: &str) -> Vec<(String, String)> {
    let question = format!("measure={measure}&by={by}&from=2022-01-01&to=2022-06-30");
    let path = format!("/statistics/table.csv?{question}");
    let answer = bed.get(Who::Emil, &path).await;
    assert_eq!(answer.status, 200, "{path}");
    let rows = answer.body.lines().skip(2);
    let cells = rows.map(|row| {
        let mut parts = row.split(',');
        let code = parts.next().unwrap().to_owned();
        (code, parts.next().unwrap().to_owned())
    });
    cells
        .filter(|(code, n)| code != "Total" && n != "0")
        .collect()
}

#[tokio::test]
async fn every_fact_typed_into_a_case_is_counted_where_it_belongs() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    three_cases(&bed).await;
    let dimensions = [
        ("sex", "f"),
        ("nationality", "423"),
        ("age_class", "21-24"),
        ("status_group", "D"),
        ("access_path", "outreach"),
    ];
    for measure in ["entries", "stock", "needs", "consultations", "outcomes"] {
        for (by, code) in dimensions {
            let expected = vec![(code.to_owned(), "3".to_owned())];
            assert_eq!(
                counted(&bed, measure, by).await,
                expected,
                "{measure} by {by}"
            );
        }
        for by in ["district", "provider"] {
            let cells = counted(&bed, measure, by).await;
            assert!(
                matches!(cells.as_slice(), [(code, n)] if code != "unknown" && n == "3"),
                "{measure} by {by}: {cells:?}"
            );
        }
    }
    for (measure, by, code) in [
        ("needs", "domain", "AUS"),
        ("consultations", "domain", "AUS"),
        ("outcomes", "outcome", "training"),
    ] {
        let expected = vec![(code.to_owned(), "3".to_owned())];
        assert_eq!(
            counted(&bed, measure, by).await,
            expected,
            "{measure} by {by}"
        );
    }
}

#[tokio::test]
async fn corrected_people_are_counted_as_corrected() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    for (place, case) in three_cases(&bed).await.into_iter().enumerate() {
        let page = bed.get(Who::Anna, &format!("{case}/person")).await.body;
        let (_, rest) = page.split_once("name=\"versions\" value=\"").unwrap();
        let (versions, _) = rest.split_once('"').unwrap();
        let form = [
            ("family_name", PEOPLE[place].0),
            ("birth", "2000"),
            ("sex", "x"),
            ("nationality", "475"),
            ("second_nationality", "423"),
            ("opened_on", "2022-03-01"),
            ("versions", versions),
        ];
        posted(&bed, Who::Anna, &format!("{case}/person"), &form).await;
    }
    for (by, code) in [("sex", "x"), ("nationality", "475")] {
        let expected = vec![(code.to_owned(), "3".to_owned())];
        for measure in ["entries", "needs", "consultations"] {
            assert_eq!(counted(&bed, measure, by).await, expected, "{measure}");
        }
    }
}

#[tokio::test]
async fn a_need_that_comes_back_counts_once_until_all_of_it_is_withdrawn() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    let case = three_cases(&bed).await.remove(0);
    let again = [("domain", "AUS"), ("since_on", "2022-05-02")];
    let three = vec![("AUS".to_owned(), "3".to_owned())];

    let first = open_need(&bed, &case).await;
    posted(&bed, Who::Anna, &format!("{first}/fulfilment"), &[]).await;
    posted(&bed, Who::Anna, &format!("{case}/needs"), &again).await;
    assert_eq!(counted(&bed, "needs", "domain").await, three);

    posted(&bed, Who::Anna, &format!("{first}?_method=delete"), &[]).await;
    assert_eq!(counted(&bed, "needs", "domain").await, three);

    let second = open_need(&bed, &case).await;
    posted(&bed, Who::Anna, &format!("{second}?_method=delete"), &[]).await;
    let two_are_hidden = vec![("AUS".to_owned(), String::new())];
    assert_eq!(counted(&bed, "needs", "domain").await, two_are_hidden);
}

/// The address of the case's one open need.
async fn open_need(bed: &Testbed, case: &str) -> String {
    let page = bed.get(Who::Anna, case).await.body;
    let (before, _) = page.split_once("/fulfilment\"").unwrap();
    let (_, address) = before.rsplit_once('"').unwrap();
    address.to_owned()
}

/// What is done to each of three cases, one after the other; {version} is that of the case.
const DONE: &[(&str, &[(&str, &str)])] = &[
    ("/needs", &[("domain", "ARB"), ("since_on", "2022-03-05")]),
    (
        "/contacts",
        &[
            ("form", "phone"),
            ("topics", "ARB"),
            ("held_on", "2022-04-02"),
        ],
    ),
    (
        "/outcomes",
        &[("kind", "housing"), ("on_day", "2022-05-01")],
    ),
    (
        "/statuses",
        &[("code", "GEDULDET"), ("from_on", "2022-02-01")],
    ),
    (
        "/indication",
        &[("indication", "counselling"), ("version", "{version}")],
    ),
    (
        "/indication",
        &[
            ("indication", "case"),
            ("entered_on", "2022-04-01"),
            ("version", "{version}"),
        ],
    ),
    (
        "/closure",
        &[
            ("closed_on", "2022-06-15"),
            ("reason", "goals_reached"),
            ("outcome", "training"),
            ("version", "{version}"),
        ],
    ),
    ("/closure?_method=delete", &[]),
];

/// Figures that the server keeps between questions are those that stand in the database, after acts
/// that change what is counted in each way there is.
#[tokio::test]
async fn what_is_kept_is_what_stands_after_each_act() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    let cases = three_cases(&bed).await;
    let mut before = as_kept(&bed).await;
    for (path, form) in DONE {
        for case in &cases {
            let version = version(&bed, case).await;
            let form: Vec<_> = form
                .iter()
                .map(|(name, value)| (*name, value.replace("{version}", &version)))
                .collect();
            let form: Vec<_> = form.iter().map(|(n, value)| (*n, &**value)).collect();
            posted(&bed, Who::Anna, &format!("{case}{path}"), &form).await;
        }
        let kept = as_kept(&bed).await;
        assert_eq!(kept, as_read(&bed).await, "{path}");
        // A later status says nothing of the entry.
        assert!(kept != before || *path == "/statuses", "{path} counts");
        before = kept;
    }
    let met = [
        ("kind", "addressed"),
        ("persons", "5"),
        ("form", "outreach"),
        ("on_day", "2022-06-29"),
    ];
    posted(&bed, Who::Anna, "/encounters", &met).await;
    let kept = as_kept(&bed).await;
    assert_eq!(kept, as_read(&bed).await);
    assert!(kept != before);
}

async fn version(bed: &Testbed, case: &str) -> String {
    let id: uuid::Uuid = case.trim_start_matches("/cases/").parse().unwrap();
    let mut tx = bed.app.db.read().await.unwrap();
    let sql = "select version from cases where id = $1";
    let row = tx.one(sql, values![id]).await.unwrap();
    row.get::<i64>("version").unwrap().to_string()
}

/// Every measure by every dimension.
fn asked() -> Vec<(&'static str, &'static str)> {
    let asked = MEASURES.iter().flat_map(|measure| {
        let by = measure.dimensions().map(Dimension::name);
        by.map(|by| (measure.id, by))
    });
    asked.collect()
}

/// The files that the server gives.
async fn as_kept(bed: &Testbed) -> Vec<String> {
    let mut given = Vec::new();
    for (measure, by) in asked() {
        let question = format!("measure={measure}&by={by}&from=2022-01-01&to=2022-06-30");
        let path = format!("/statistics/table.csv?{question}");
        given.push(bed.get(Who::Emil, &path).await.body);
    }
    given
}

/// The same, from facts that were just read.
async fn as_read(bed: &Testbed) -> Vec<String> {
    let ui = Ui::voice(bed.app.texts.clone(), Lang::De);
    let period = Period::parse("2022-01-01", "2022-06-30").unwrap();
    let mut tx = bed.app.db.read().await.unwrap();
    let facts = Facts::read(&mut tx, Scope::Site(bed.north)).await.unwrap();
    let mut read = Vec::new();
    for (measure, by) in asked() {
        let question = Question::parse(measure, by, period).unwrap();
        let today = bed.app.clock.today();
        let answer = statistics::answer(&mut tx, &ui, &facts, &question, today).await;
        read.push(files::csv(&ui, &answer.unwrap()).unwrap());
    }
    read
}
