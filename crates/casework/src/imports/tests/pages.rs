//! The way of a list through the pages.

use axum::http::StatusCode;
use db::values;
use platform::testing::{Answer, Testbed, Who};

use crate::testing::bed;

const LIST: &str = "Nachname;Vorname;Geburtsdatum;Kürzel\nRahimi;Amina;09.04.2001;A1\n";
const WITH_A_CHILD: &str =
    "Nachname;Vorname;Geburtsdatum\nRahimi;Amina;09.04.2001\nKind;Kleines;01.05.2019\n";

pub(super) async fn send(bed: &Testbed, who: Who, file: &[u8]) -> Answer {
    let mut body = b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; \
        filename=\"Liste.csv\"\r\nContent-Type: text/csv\r\n\r\n"
        .to_vec();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--grenze--\r\n");
    let kind = "multipart/form-data; boundary=grenze";
    bed.send_body(who, "POST", "/imports", kind, body).await
}

/// Uploads as anna and hands out the address of the import.
pub(super) async fn upload(bed: &Testbed, text: &str) -> String {
    let answer = send(bed, Who::Anna, text.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location
}

pub(super) async fn check(bed: &Testbed, import: &str, form: &[(&str, &str)]) -> String {
    let answer = bed.post(Who::Anna, &format!("{import}/check"), form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    bed.work().await;
    bed.get(Who::Anna, import).await.body
}

async fn count(bed: &Testbed, sql: &'static str) -> i64 {
    let mut tx = bed.app.db.read().await.unwrap();
    tx.one(sql, values![]).await.unwrap().get("n").unwrap()
}

const PEOPLE: &str = "select count(*) as n from persons";
const KEPT_FILES: &str = "select count(*) as n from imports where file is not null";

#[tokio::test]
async fn a_list_is_uploaded_checked_and_taken_over() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let page = bed.get(Who::Anna, &import).await.body;
    assert!(
        page.contains("Kürzel") && page.contains("Diese Spalte wird nicht übernommen"),
        "{page}"
    );
    assert!(page.contains("09.04.2001"), "{page}");
    let page = check(&bed, &import, &[("column-3", "number")]).await;
    assert!(page.contains("Alle Zeilen übernehmen"), "{page}");
    assert_eq!(count(&bed, PEOPLE).await, 0);
    let take = format!("{import}/takeover");
    let answer = bed.post(Who::Anna, &take, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(bed.get(Who::Anna, &import).await.body.contains("<progress"));
    bed.work().await;
    let page = bed.get(Who::Anna, &import).await.body;
    assert!(page.contains("neue Personen"), "{page}");
    assert_eq!(count(&bed, PEOPLE).await, 1);
    assert_eq!(
        count(&bed, "select count(*) as n from cases where number = 'A1'").await,
        1
    );
    assert_eq!(count(&bed, KEPT_FILES).await, 0);
    let again = bed.post(Who::Anna, &take, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let acts = [
        "import.upload",
        "import.check",
        "import.request",
        "import.take",
    ];
    assert_eq!(bed.trail(bed.north).await, acts);
}

#[tokio::test]
async fn the_page_says_which_sheet_was_read_and_which_were_not() {
    let bed = bed().await;
    let file = std::fs::read("tests/fixtures/imports/openpyxl-list.xlsx").unwrap();
    let import = send(&bed, Who::Anna, &file).await.location;
    let page = bed.get(Who::Anna, &import).await.body;
    assert!(page.contains("das Blatt „Fälle 2020“"), "{page}");
    assert!(page.contains("Nicht gelesen: „Deckblatt“"), "{page}");
    let import = upload(&bed, LIST).await;
    let page = bed.get(Who::Anna, &import).await.body;
    assert!(!page.contains("Nicht gelesen:"), "{page}");
}

#[tokio::test]
async fn a_list_about_nobody_is_shown_but_cannot_be_taken() {
    let bed = bed().await;
    let import = upload(&bed, "Nachname;Vorname;Klient\n;;Rahimi\n").await;
    let page = check(&bed, &import, &[]).await;
    assert!(
        page.contains("Keine Zeile kann übernommen werden"),
        "{page}"
    );
    let named = [("column-0", ""), ("column-1", ""), ("column-2", "name")];
    let page = check(&bed, &import, &named).await;
    assert!(page.contains("Alle Zeilen übernehmen"), "{page}");
}

#[tokio::test]
async fn what_a_column_holds_is_remembered_for_the_site() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    check(&bed, &import, &[("column-3", "number")]).await;
    let next = upload(&bed, LIST).await;
    let page = bed.get(Who::Anna, &next).await.body;
    assert!(
        page.contains(r#"<option value="number" selected>"#),
        "{page}"
    );
}

const COUNTED: &str = "lfd. Nr.;Name;Vorname;Geburtsdatum;Status\n\
    1;Rahimi;Amina;09.04.2001;laufend\n2;Noori;Zahra;01.05.2000;abgeschlossen\n";

fn becomes(page: &str, heading: &str) -> String {
    let select = page.split(heading).nth(1).unwrap();
    let select = select.split("</select>").next().unwrap();
    let chosen = select.split("\" selected>").nth(1);
    chosen.map_or_else(String::new, |rest| {
        rest.split('<').next().unwrap().to_owned()
    })
}

#[tokio::test]
async fn a_column_that_counts_or_tells_the_stage_is_shown_as_not_taken() {
    let bed = bed().await;
    let import = upload(&bed, COUNTED).await;
    let page = bed.get(Who::Anna, &import).await.body;
    for heading in [">lfd. Nr.</label>", ">Status</label>"] {
        assert_eq!(becomes(&page, heading), "", "{heading}");
    }
    assert_eq!(
        page.matches("Diese Spalte wird nicht übernommen").count(),
        2
    );
}

#[tokio::test]
async fn a_column_that_only_counts_is_taken_where_somebody_says_so() {
    let bed = bed().await;
    let import = upload(&bed, COUNTED).await;
    let page = check(&bed, &import, &[("column-0", "number")]).await;
    assert_eq!(becomes(&page, ">lfd. Nr.</label>"), "Fallnummer");
    let take = format!("{import}/takeover");
    bed.post(Who::Anna, &take, &[]).await;
    bed.work().await;
    let numbers = "select count(*) as n from cases where number in ('1', '2')";
    assert_eq!(count(&bed, numbers).await, 2);
}

#[tokio::test]
async fn a_field_stands_in_one_column_only() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let form = [("column-3", "given_name")];
    let answer = bed.post(Who::Anna, &format!("{import}/check"), &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("schon einer Spalte weiter oben"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn refused_rows_are_listed_offered_as_a_file_and_left_out_only_on_request() {
    let bed = bed().await;
    let import = upload(&bed, WITH_A_CHILD).await;
    let page = check(&bed, &import, &[]).await;
    assert!(
        page.contains("C3") && page.contains("Ohne die abgelehnten Zeilen"),
        "{page}"
    );
    let file = bed.get(Who::Anna, &format!("{import}/refusals.csv")).await;
    assert!(
        file.body
            .starts_with("\u{feff}Zeile;Zelle;Ergebnis;Grund\n3;C3;abgelehnt;"),
        "{}",
        file.body
    );
    let take = format!("{import}/takeover");
    assert_eq!(
        bed.post(Who::Anna, &take, &[]).await.status,
        StatusCode::CONFLICT
    );
    bed.post(Who::Anna, &take, &[("skip", "yes")]).await;
    bed.work().await;
    assert_eq!(count(&bed, PEOPLE).await, 1);
}

#[tokio::test]
async fn nothing_is_taken_over_unchecked() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let answer = bed
        .post(Who::Anna, &format!("{import}/takeover"), &[])
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(
        answer.body.contains("Bitte zuerst prüfen"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn a_list_without_names_is_said_and_can_be_mended() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let nameless = [("column-0", ""), ("column-1", "")];
    let answer = bed
        .post(Who::Anna, &format!("{import}/check"), &nameless)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("einer Spalte einen Namen"),
        "{}",
        answer.body
    );
    check(&bed, &import, &[("column-0", ""), ("column-1", "name")]).await;
    let other = upload(&bed, "Vorname;Nachname\nAmina;Rahimi\n").await;
    let whole = [("column-0", "given_name"), ("column-1", "family_name")];
    let page = check(&bed, &other, &whole).await;
    assert!(page.contains("Alle Zeilen übernehmen"), "{page}");
    assert!(page.contains("<td>Rahimi</td>"), "{page}");
}

#[tokio::test]
async fn a_file_that_is_no_list_is_refused_at_the_field_and_not_kept() {
    let bed = bed().await;
    let large = vec![b'x'; 20 * 1024 * 1024 + 1];
    let cases: [(&[u8], &str); 4] = [
        (b"", "Die Datei ist leer"),
        (b"Haus;Hof\n1;2\n", "keine Kopfzeile"),
        (
            b"Nachname;Vorname\n\"Rahimi;Amina\n",
            "wird nirgends geschlossen",
        ),
        (&large, "größer als 20 MB"),
    ];
    for (file, said) in cases {
        let answer = send(&bed, Who::Anna, file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.body.contains(said), "{said}: {}", answer.body);
    }
    let broken_off = b"--grenze\r\nContent-Disposition: form-data; name=\"file\"; \
        filename=\"L.csv\"\r\n\r\nNachname;Vorn"
        .to_vec();
    let kind = "multipart/form-data; boundary=grenze";
    let answer = bed
        .send_body(Who::Anna, "POST", "/imports", kind, broken_off)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&bed, "select count(*) as n from imports").await, 0);
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn a_discarded_list_is_gone() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let kept = upload(&bed, LIST).await;
    for one in [&import, &kept] {
        check(&bed, one, &[]).await;
    }
    let jobs = bed.get(Who::Anna, "/jobs").await.body;
    assert!(jobs.contains(&import) && jobs.contains(&kept), "{jobs}");
    let answer = bed.delete(Who::Anna, &import).await;
    assert_eq!(answer.location, "/imports");
    let jobs = bed.get(Who::Anna, "/jobs").await.body;
    assert!(!jobs.contains(&import), "no link leads to what is gone");
    assert!(jobs.contains(&kept));
    assert_eq!(
        bed.get(Who::Anna, &import).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(bed.trail(bed.north).await.last().unwrap(), "import.discard");
}

#[tokio::test]
async fn an_import_is_there_for_its_owner_alone() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let before = bed.trail(bed.north).await.len();
    let addresses = [
        ("GET", String::new()),
        ("POST", "/check".to_owned()),
        ("GET", "/refusals.csv".to_owned()),
        ("POST", "/takeover".to_owned()),
        ("DELETE", String::new()),
    ];
    for (method, rest) in &addresses {
        let path = format!("{import}{rest}");
        for who in [Who::Bela, Who::Ines, Who::Cleo] {
            let status = bed.send(who, method, &path, &[]).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{who:?} {method} {path}");
        }
        for who in [Who::Dana, Who::Emil, Who::Fatma, Who::Gerd, Who::Hatice] {
            let status = bed.send(who, method, &path, &[]).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who:?} {method} {path}");
        }
        let status = bed.send(Who::Anna, "PUT", &path, &[]).await.status;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    assert_eq!(bed.trail(bed.north).await.len(), before);
}

#[tokio::test]
async fn the_list_of_imports_shows_ones_own_to_those_who_may_import() {
    let bed = bed().await;
    upload(&bed, LIST).await;
    for who in [Who::Emil, Who::Gerd] {
        assert_eq!(
            send(&bed, who, LIST.as_bytes()).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(bed.get(who, "/imports").await.status, StatusCode::FORBIDDEN);
    }
    assert!(
        !bed.get(Who::Ines, "/imports")
            .await
            .body
            .contains("Liste.csv")
    );
    assert!(
        bed.get(Who::Anna, "/imports")
            .await
            .body
            .contains("Liste.csv")
    );
}

#[tokio::test]
async fn two_do_not_work_on_one_list_at_once() {
    let bed = bed().await;
    let import = upload(&bed, LIST).await;
    let path = format!("{import}/check");
    assert_eq!(
        bed.post(Who::Anna, &path, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        bed.post(Who::Anna, &path, &[]).await.status,
        StatusCode::CONFLICT
    );
    assert_eq!(
        bed.delete(Who::Anna, &import).await.status,
        StatusCode::CONFLICT
    );
}
