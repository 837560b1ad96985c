use std::io::Cursor;

use axum::http::StatusCode;
use calamine::{DataType, Reader, Xlsx, open_workbook_from_rs};
use db::values;
use platform::testing::Who;

use super::super::{Sheet, Sort, files};
use super::world::{Case, World};

const READERS: [Who; 6] = [
    Who::Anna,
    Who::Bela,
    Who::Cleo,
    Who::Dana,
    Who::Emil,
    Who::Fatma,
];
const TABLE: &str = "/statistics/table?measure=entries&by=district,sex&from=2021&to=2021";

/// Numbers that stand nowhere else, and one that must not be seen.
async fn with_a_secret() -> World {
    let world = World::new().await;
    for (district, sex, times) in [
        ("Mitte", "m", 61),
        ("Mitte", "f", 2),
        ("West", "m", 43),
        ("West", "f", 37),
        ("Ost", "m", 29),
        ("Ost", "f", 31),
    ] {
        let case = Case {
            district: Some(district),
            sex: Some(sex),
            ..world.case()
        };
        world.add(case, times).await;
    }
    world
}

#[tokio::test]
async fn a_table_can_be_read() {
    let world = with_a_secret().await;
    let answer = world.bed.get(Who::Anna, TABLE).await;
    assert_eq!(answer.status, StatusCode::OK);
    for shown in [
        "Stadtteil oder Gemeinde",
        "Mitte",
        "Datenstand",
        "30.06.2022",
        "geschützt",
        "für sich geschützt",
        "203",
    ] {
        assert!(answer.body.contains(shown), "{shown}");
    }
    assert!(!answer.body.contains('⟦'));
    let index = world.bed.get(Who::Anna, "/statistics").await;
    assert_eq!(index.status, StatusCode::OK);
    assert!(!index.body.contains('⟦'));
}

/// All inner counts and sums of that world.
const COUNTS: [(&str, &str, u64); 11] = [
    ("Mitte", "m", 61),
    ("Mitte", "f", 2),
    ("West", "m", 43),
    ("West", "f", 37),
    ("Ost", "m", 29),
    ("Ost", "f", 31),
    ("Mitte", "Total", 63),
    ("West", "Total", 80),
    ("Ost", "Total", 60),
    ("Total", "m", 133),
    ("Total", "f", 70),
];

#[tokio::test]
async fn a_quarter_is_called_as_germans_call_it() {
    let world = with_a_secret().await;
    let path = "/statistics/table?measure=entries&by=quarter&from=2019-10-01&to=2021";
    let page = world.bed.get(Who::Anna, path).await.body;
    assert!(page.contains("4. Quartal 2019"), "{page}");
    assert!(!page.contains("Q4"));
}

#[tokio::test]
async fn a_stretch_of_which_only_part_was_asked_for_says_so() {
    let world = with_a_secret().await;
    let page = async |question: &str| {
        let path = format!("/statistics/table?{question}");
        world.bed.get(Who::Anna, &path).await.body
    };
    let entries = page("measure=entries&by=quarter&from=2021-02-15&to=2021-08").await;
    for name in [
        "1. Quartal 2021 (ab 15.02.2021)",
        ">2. Quartal 2021<",
        "3. Quartal 2021 (bis 31.08.2021)",
    ] {
        assert!(entries.contains(name), "{name}");
    }
    let stock = page("measure=stock&by=quarter&from=2021-02-15&to=2021-08").await;
    assert!(stock.contains(">1. Quartal 2021<"), "{stock}");
    assert!(stock.contains("3. Quartal 2021 (bis 31.08.2021)"));
    let this_year = page("measure=entries&by=year&from=2022-03-01&to=2022").await;
    assert!(this_year.contains("2022 (01.03.2022 bis 30.06.2022)"));
}

async fn secrets(world: &World) -> Vec<u64> {
    let answer = world.ask(world.north(), "entries", "district,sex").await;
    let hidden = |(district, sex, _): &&(&str, &str, u64)| {
        answer.table().get(&[district, sex]) == Some(None)
    };
    COUNTS.iter().filter(hidden).map(|(.., n)| *n).collect()
}

#[tokio::test]
async fn what_the_table_hides_stands_on_no_page_and_in_no_chart() {
    let world = with_a_secret().await;
    let secrets = secrets(&world).await;
    assert!(secrets.contains(&2) && secrets.len() >= 4, "{secrets:?}");
    for path in [
        TABLE.to_owned(),
        format!("{TABLE}&shares=yes"),
        format!("{TABLE}&sort=-c0"),
        TABLE.replace("/table?", "/table.csv?"),
    ] {
        let body = world.bed.get(Who::Anna, &path).await.body;
        assert!(body.contains("29") || body.contains("43") || body.contains("203"));
        for secret in &secrets {
            // Between tags, behind a chart's hint, in a field of a file.
            for shown in [
                format!(">{secret}<"),
                format!(": {secret}<"),
                format!(",{secret},"),
            ] {
                assert!(!body.contains(&shown), "{shown} in {path}");
            }
        }
    }
}

#[tokio::test]
async fn what_the_table_hides_stands_in_no_file() {
    let world = with_a_secret().await;
    let secrets = secrets(&world).await;
    let answer = world.ask(world.north(), "entries", "district,sex").await;
    let seen = Sheet::of(&world.ui(), &answer);
    let mut cells = seen.rows.iter().flat_map(|row| &row.cells);
    assert!(cells.all(|cell| !cell.value.is_hidden() || cell.share.is_none()));
    let bytes = files::xlsx(&world.ui(), &answer, &seen, true).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let numbers: Vec<u64> = sheet
        .used_cells()
        .filter_map(|(.., value)| value.as_i64())
        .filter_map(|n| u64::try_from(n).ok())
        .collect();
    assert!(numbers.contains(&203));
    let json = files::json(&world.ui(), &answer);
    let text = files::text(&world.ui(), &answer);
    for secret in secrets {
        assert!(!numbers.contains(&secret), "{secret} in the workbook");
        assert!(
            !json.contains(&format!("\"n\": {secret},")),
            "{secret} in {json}"
        );
        assert!(
            !text.contains(&format!("  {secret}  ")),
            "{secret} in {text}"
        );
    }
}

#[tokio::test]
async fn the_workbook_shows_the_table_as_it_stood_on_the_page() {
    let world = with_a_secret().await;
    let page = async |more: &str| {
        let path = format!("{TABLE}{more}");
        world.bed.get(Who::Anna, &path).await.body
    };
    let sorted = page("&shares=yes&sort=-c3").await;
    let sorted = sorted.replace("&#38;", "&").replace("&amp;", "&");
    let (_, link) = sorted.split_once("href=\"/statistics/table.xlsx").unwrap();
    let (link, _) = link.split_once('"').unwrap();
    assert!(link.ends_with("&to=2021&shares=yes&sort=-c3"), "{link}");
    let path = format!("/statistics/table.xlsx{link}");
    let file = world.bed.get(Who::Anna, &path).await;
    assert_eq!(file.status, StatusCode::OK);
    // The third click on a column takes its order away again.
    assert!(sorted.contains("&shares=yes&sort=\""), "{sorted}");

    let answer = world.ask(world.north(), "entries", "district,sex").await;
    let mut seen = Sheet::of(&world.ui(), &answer);
    seen.sort(Sort {
        column: 3,
        is_descending: true,
    });
    let bytes = files::xlsx(&world.ui(), &answer, &seen, true).unwrap();
    // A workbook tells the second in which it was made.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let again = files::xlsx(&world.ui(), &answer, &seen, true).unwrap();
    assert!(bytes == again);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let first: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let begin = first.iter().position(|label| *label == "West").unwrap();
    assert_eq!(first[begin..begin + 3], ["West", "Mitte", "Ost"]);
    assert!(
        rows[begin - 1]
            .iter()
            .any(|head| head.ends_with(", Anteil"))
    );
    // The share of a row's total in itself.
    assert_eq!(rows[begin].last().unwrap(), "1");
}

#[tokio::test]
async fn files_carry_what_is_needed_to_ask_again() {
    let world = with_a_secret().await;
    let csv = world
        .bed
        .get(Who::Anna, &TABLE.replace("/table?", "/table.csv?"))
        .await;
    assert_eq!(csv.status, StatusCode::OK);
    let mut lines = csv.body.lines();
    let comment = lines.next().unwrap();
    assert!(comment.starts_with("# base: "));
    for part in [
        "wording: Begonnene Teilnahmen",
        "data date: 30.06.2022",
        "rule: Anzahlen unter 3",
    ] {
        assert!(comment.contains(part), "{part} in {comment}");
    }
    assert_eq!(lines.next(), Some("district,sex,n,status"));
    assert!(csv.body.contains("\nMitte,f,,suppressed\n"));
    assert!(csv.body.contains("\nTotal,Total,203,published\n"));
    let xlsx = world
        .bed
        .get(Who::Anna, &TABLE.replace("/table?", "/table.xlsx?"))
        .await;
    assert_eq!(xlsx.status, StatusCode::OK);
    assert!(xlsx.body.starts_with("PK"));
    assert_eq!(
        world.bed.trail(world.bed.north).await,
        ["statistics.export", "statistics.export"]
    );
}

#[tokio::test]
async fn a_certificate_is_kept_once() {
    let world = with_a_secret().await;
    for _ in 0..2 {
        world.bed.get(Who::Anna, TABLE).await;
    }
    let mut tx = world.bed.app.db.read().await.unwrap();
    let sql = "select question, certificate from certificates where site_id = $1";
    let rows = tx.all(sql, values![world.bed.north]).await.unwrap();
    assert_eq!(rows.len(), 1);
    let certificate: String = rows[0].get("certificate").unwrap();
    assert!(certificate.contains("\"threshold\":3"));
    assert!(certificate.contains("\"interval\""));
}

#[tokio::test]
async fn another_site_reads_its_own_figures() {
    let world = with_a_secret().await;
    let answer = world.bed.get(Who::Bela, TABLE).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.body.contains("Mitte"));
    assert!(!answer.body.contains("203"));
}

#[tokio::test]
async fn only_readers_of_figures_get_in() {
    let world = World::new().await;
    let csv = TABLE.replace("/table?", "/table.csv?");
    let xlsx = TABLE.replace("/table?", "/table.xlsx?");
    for path in ["/statistics", TABLE, &csv, &xlsx] {
        for who in Who::SIGNED_IN {
            let may = READERS.contains(&who) || who == Who::Ines;
            let expected = if may {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            let answer = world.bed.get(who, path).await;
            assert_eq!(answer.status, expected, "{who:?} {path}");
        }
        let answer = world.bed.post(Who::Anna, path, &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn a_question_that_cannot_be_read_is_answered_at_its_field() {
    let world = World::new().await;
    for (query, said) in [
        ("measure=entries&by=worker", "lässt sich nichts gliedern"),
        ("measure=ranking&by=site", "wird hier nicht gezählt"),
        ("measure=addressed&by=nationality", "lässt sich nicht nach"),
        ("measure=entries&by=sex&from=gestern", "ist kein Tag"),
        (
            "measure=entries&by=sex&from=2022&to=2021",
            "liegt vor dem ersten",
        ),
    ] {
        let answer = world
            .bed
            .get(Who::Dana, &format!("/statistics/table?{query}"))
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.body.contains(said), "{said}");
    }
}

#[tokio::test]
async fn rows_can_be_ordered_and_hidden_ones_stay_last() {
    let world = with_a_secret().await;
    let order = |body: &str| {
        let mut places: Vec<(usize, &str)> = ["Mitte", "West", "Ost", "Insgesamt"]
            .into_iter()
            .map(|label| {
                let head = format!("<th scope=\"row\">{label}</th>");
                (body.find(&head).unwrap(), label)
            })
            .collect();
        places.sort_unstable();
        places
            .into_iter()
            .map(|(_, label)| label)
            .collect::<Vec<_>>()
    };
    let shown = world.bed.get(Who::Anna, &format!("{TABLE}&sort=-c3")).await;
    assert_eq!(order(&shown.body), ["West", "Mitte", "Ost", "Insgesamt"]);
    let shown = world.bed.get(Who::Anna, &format!("{TABLE}&sort=c0")).await;
    assert_eq!(order(&shown.body).last(), Some(&"Insgesamt"));
}

#[tokio::test]
async fn a_period_that_lies_ahead_is_refused_at_its_first_day() {
    let world = with_a_secret().await;
    let ahead = "/statistics/table?measure=entries&by=sex&from=2023&to=2024";
    let answer = world.bed.get(Who::Anna, ahead).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"error-from\""), "{}", answer.body);
    let file = ahead.replace("table?", "table.csv?");
    let refused = world.bed.get(Who::Emil, &file).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}
