use std::ops::Range;

use axum::http::StatusCode;
use db::values;
use jiff::civil::{Date, date};
use platform::testing::{Answer, Testbed, Who};
use platform::{SiteId, ids};

use super::document::text;
use crate::reports::build;

async fn bed() -> Testbed {
    let rooms = [programme::ROOM, casework::ROOM, insight::ROOM, crate::ROOM];
    let bed = Testbed::new(&rooms).await;
    populate(&bed, bed.north, 40).await;
    populate(&bed, bed.south, 12).await;
    bed
}

/// Cases that begin one a week from the first days of 2021 on; every third has ended.
async fn populate(bed: &Testbed, site: SiteId, cases: i64) {
    populate_from(bed, site, date(2021, 1, 4), 0..cases).await;
}

/// One a week, numbered by the week; each third ended by December 2021 and came to training.
async fn populate_from(bed: &Testbed, site: SiteId, first: Date, weeks: Range<i64>) {
    let mut tx = bed.app.db.write().await.unwrap();
    for n in weeks {
        let (person, case) = (ids::fresh(), ids::fresh());
        let sex = if n % 4 == 0 { "f" } else { "m" };
        let sql = "insert into persons (site_id, id, version, created_at) values ($1, $2, 1, 0)";
        tx.run(sql, values![site, person]).await.unwrap();
        let entered = first.checked_add(jiff::Span::new().weeks(n)).unwrap();
        let closed = (n % 3 == 0).then(|| date(2021, 12, 1));
        tx.run(
            "insert into cases (site_id, id, person_id, number, stage, indication, opened_on,
             entered_on, closed_on, status_code, status_at_entry, status_group_at_entry,
             age_at_entry, sex, version, created_at)
             values ($1, $2, $3, $4, 'planning', 'case', $5, $6, $7, 'GEDULDET', 'GEDULDET',
             'tolerated', 21, $8, 1, 0)",
            values![
                site,
                case,
                person,
                format!("{n}"),
                entered,
                entered,
                closed,
                sex
            ],
        )
        .await
        .unwrap();
        if closed.is_some() {
            tx.run(
                "insert into outcomes (site_id, id, case_id, kind, on_day)
                 values ($1, $2, $3, 'training', $4)",
                values![site, ids::fresh(), case, entered],
            )
            .await
            .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Orders a report and waits for it; gives its address.
async fn ordered(bed: &Testbed, who: Who, form: &[(&str, &str)]) -> String {
    let answer = bed.post(who, "/reports", form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    bed.work().await;
    let list = bed.get(who, "/reports?year=2021").await.body;
    let (_, rest) = list.split_once("href=\"/reports/files/").unwrap();
    format!("/reports/files/{}", &rest[..36])
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers[name].to_str().unwrap()
}

#[tokio::test]
async fn a_coordinator_orders_watches_and_downloads_the_report_of_the_site() {
    let bed = bed().await;
    let order = bed.post(Who::Emil, "/reports", &[("year", "2021")]).await;
    let queued = bed.get(Who::Emil, &order.location).await;
    assert!(
        queued.body.contains("Bericht wird erstellt"),
        "{}",
        queued.body
    );
    bed.work().await;
    let done = bed.get(Who::Emil, &order.location).await;
    assert!(done.body.contains("Fertig"), "{}", done.body);
    let list = bed.get(Who::Emil, "/reports").await.body;
    let (_, rest) = list.split_once("href=\"/reports/files/").unwrap();
    let file = bed
        .get(Who::Emil, &format!("/reports/files/{}", &rest[..36]))
        .await;
    assert_eq!(header(&file, "content-type"), "application/pdf");
    assert_eq!(
        header(&file, "content-disposition"),
        "attachment; filename=\"jahresbericht-2021-05913.pdf\""
    );
    assert!(file.body.starts_with("%PDF-1.7"));
    assert_eq!(bed.trail(bed.north).await, ["report.build", "report.read"]);
}

#[tokio::test]
async fn the_same_report_is_kept_once() {
    let bed = bed().await;
    let first = ordered(&bed, Who::Emil, &[("year", "2021")]).await;
    let order = bed.post(Who::Emil, "/reports", &[("year", "2021")]).await;
    bed.work().await;
    let done = bed.get(Who::Emil, &order.location).await;
    assert!(done.body.contains("Byte für Byte"), "{}", done.body);
    let list = bed.get(Who::Emil, "/reports?year=2021").await.body;
    assert_eq!(list.matches("/reports/files/").count(), 1);
    assert!(list.contains(&first));
}

#[tokio::test]
async fn an_evaluator_orders_all_reports_at_once_and_sees_them() {
    let bed = bed().await;
    ordered(&bed, Who::Dana, &[("year", "2021"), ("range", "all")]).await;
    let list = bed.get(Who::Dana, "/reports?year=2021").await.body;
    assert_eq!(list.matches("/reports/files/").count(), 3);
    let own = bed.get(Who::Emil, "/reports?year=2021").await.body;
    assert_eq!(own.matches("/reports/files/").count(), 1);
}

#[tokio::test]
async fn reports_and_work_of_others_are_not_there() {
    let bed = bed().await;
    let order = bed
        .post(
            Who::Dana,
            "/reports",
            &[("year", "2021"), ("range", "programme")],
        )
        .await;
    bed.work().await;
    let list = bed.get(Who::Dana, "/reports?year=2021").await.body;
    let (_, rest) = list.split_once("href=\"/reports/files/").unwrap();
    let file = format!("/reports/files/{}", &rest[..36]);
    for path in [&file, &order.location] {
        assert_eq!(
            bed.get(Who::Emil, path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn roles_without_the_right_are_refused() {
    let bed = bed().await;
    for who in [Who::Anna, Who::Gerd, Who::Hatice] {
        assert_eq!(
            bed.get(who, "/reports").await.status,
            StatusCode::FORBIDDEN,
            "{who:?}"
        );
    }
    let order = bed.post(Who::Cleo, "/reports", &[("year", "2021")]).await;
    assert_eq!(order.status, StatusCode::FORBIDDEN);
    assert_eq!(bed.get(Who::Cleo, "/reports").await.status, StatusCode::OK);
}

#[tokio::test]
async fn other_methods_are_refused() {
    let bed = bed().await;
    let answer = bed.delete(Who::Emil, "/reports").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_year_to_come_and_a_missing_range_are_told_at_their_fields() {
    let bed = bed().await;
    let answer = bed.post(Who::Emil, "/reports", &[("year", "2023")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("noch nicht begonnen"),
        "{}",
        answer.body
    );
    let answer = bed
        .post(
            Who::Dana,
            "/reports",
            &[("year", "2021"), ("range", "site")],
        )
        .await;
    assert!(answer.body.contains("error-range"), "{}", answer.body);
    assert!(bed.trail(bed.north).await.is_empty());
}

#[tokio::test]
async fn a_year_before_the_programme_fails_with_a_reason() {
    let bed = bed().await;
    let order = bed.post(Who::Emil, "/reports", &[("year", "2019")]).await;
    bed.work().await;
    let page = bed.get(Who::Emil, &order.location).await.body;
    assert!(page.contains("noch keine Eintritte"), "{page}");
}

#[tokio::test]
async fn a_report_is_made_however_many_years_there_are() {
    let bed = Testbed::new(&[programme::ROOM, casework::ROOM, insight::ROOM, crate::ROOM]).await;
    populate_from(&bed, bed.north, date(2005, 1, 3), 0..880).await;
    let mut tx = bed.app.db.read().await.unwrap();
    for site in [Some(bed.north), None] {
        let day = date(2022, 6, 30);
        let built = build(&mut tx, &bed.app.texts, 2021, site, day).await;
        assert!(built.unwrap().pdf.starts_with(b"%PDF-1.7"));
    }
}

#[tokio::test]
async fn tables_by_quarter_begin_with_the_first_entry_and_those_by_year_with_its_year() {
    let bed = Testbed::new(&[programme::ROOM, casework::ROOM, insight::ROOM, crate::ROOM]).await;
    populate_from(&bed, bed.north, date(2019, 11, 4), 0..110).await;
    let mut tx = bed.app.db.read().await.unwrap();
    let day = date(2022, 6, 30);
    let built = build(&mut tx, &bed.app.texts, 2021, Some(bed.north), day).await;
    let text = text(&built.unwrap().pdf);
    for said in [
        "01.01.2019 bis 31.12.2021",
        "4. Quartal 2019",
        "Quartal des ersten Eintritts",
    ] {
        assert!(text.contains(said), "{said}");
    }
    for odd in ["3. Quartal 2019", "2019 (ab"] {
        assert!(!text.contains(odd), "{odd}");
    }
}

#[tokio::test]
async fn a_slip_in_the_year_of_an_entry_costs_no_report() {
    let bed = bed().await;
    populate_from(&bed, bed.north, date(1900, 1, 1), 40..41).await;
    let page = bed.get(Who::Emil, "/reports").await.body;
    assert!(page.contains("value=\"2021\""), "{page}");
    assert!(!page.contains("value=\"2020\"") && !page.contains("value=\"1900\""));
    for (who, form) in [
        (Who::Emil, &[("year", "2021")][..]),
        (Who::Dana, &[("year", "2021"), ("range", "all")]),
    ] {
        let file = bed.get(who, &ordered(&bed, who, form).await).await;
        assert!(file.body.starts_with("%PDF-1.7"));
    }
    let mut tx = bed.app.db.read().await.unwrap();
    let texts = &bed.app.texts;
    let early = build(&mut tx, texts, 2004, None, date(2022, 6, 30)).await;
    assert!(early.is_err(), "there is nothing to tell of 2004");
}

#[tokio::test]
async fn the_same_data_give_the_same_bytes() {
    let bed = bed().await;
    let mut tx = bed.app.db.read().await.unwrap();
    let day = date(2022, 6, 30);
    let one = build(&mut tx, &bed.app.texts, 2021, Some(bed.north), day)
        .await
        .unwrap();
    let two = build(&mut tx, &bed.app.texts, 2021, Some(bed.north), day)
        .await
        .unwrap();
    assert!(one.pdf == two.pdf);
    assert_eq!(one.file_name, "jahresbericht-2021-05913.pdf");
    let all = build(&mut tx, &bed.app.texts, 2021, None, day)
        .await
        .unwrap();
    assert_eq!(all.file_name, "jahresbericht-2021-programm.pdf");
}

/// By hand: of 40 cases in the north 14 have ended, of 12 in the south 4.
#[tokio::test]
async fn the_start_page_tells_each_role_what_needs_a_hand() {
    let bed = bed().await;
    let missing = "Der Jahresbericht 2021 ist noch nicht erstellt.";
    let page = bed.get(Who::Emil, "/").await.body;
    for said in [missing, "Noch keine Stelle.", ">26<"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = bed.get(Who::Dana, "/").await.body;
    assert!(page.contains(missing) && page.contains(">34<"), "{page}");
    ordered(&bed, Who::Emil, &[("year", "2021")]).await;
    assert!(!bed.get(Who::Emil, "/").await.body.contains(missing));

    let unverified = "Das Protokoll wurde seit drei Monaten nicht geprüft.";
    let page = bed.get(Who::Hatice, "/").await.body;
    assert!(page.contains(unverified), "{page}");
    bed.post(Who::Hatice, "/audit/verification", &[]).await;
    assert!(!bed.get(Who::Hatice, "/").await.body.contains(unverified));
    for who in Who::SIGNED_IN {
        assert!(!bed.get(who, "/").await.body.contains('⟦'), "{who:?}");
    }
}

#[tokio::test]
async fn who_only_reads_reports_is_not_told_to_build_one() {
    let bed = bed().await;
    let told = |page: &str| {
        let ways = ["Wählen Sie ein Jahr", "Sobald die Geschäftsführende Stelle"];
        ways.map(|way| page.contains(way))
    };
    assert_eq!(
        told(&bed.get(Who::Cleo, "/reports").await.body),
        [false, true]
    );
    assert_eq!(
        told(&bed.get(Who::Emil, "/reports").await.body),
        [true, false]
    );
}
