use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use jiff::civil::date;
use uuid::Uuid;

use crate::ddl::told_to;
use crate::{Db, DbError, Engine, Migration, Query, values};

const NOTES: Migration = Migration {
    name: "test/1_notes",
    sql: "create table notes (
    site_id uuid not null,
    id uuid not null,
    day text,
    pages bigint not null,
    open boolean not null,
    body bytea,
    primary key (site_id, id),
    unique (site_id, pages)
);",
};

async fn databases() -> Vec<Db> {
    let mut all = vec![Db::open("sqlite::memory:").await.unwrap()];
    #[expect(
        clippy::disallowed_methods,
        reason = "the test runner hands over its server"
    )]
    if let Ok(url) = std::env::var("TEILHABE_TEST_POSTGRES") {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let schema = format!("db_{}_{number}", std::process::id());
        all.push(Db::open_schema(&url, &schema).await.unwrap());
    }
    all
}

#[tokio::test]
async fn an_id_is_read_as_text_on_both_engines() {
    let id = Uuid::from_u128(0x0191_a1b2_c3d4_7e5f_8a9b_0c1d_2e3f_4a5b);
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let insert = "insert into notes (site_id, id, pages, open) values ($1, $1, 1, true)";
        tx.run(insert, values![id]).await.unwrap();
        let sql = "select '<' || hex(id) || '>' as text from notes where hex(id) is not null";
        tx.prepare(sql).await.unwrap();
        tx.explain(sql).await.unwrap();
        let text: String = tx.one(sql, values![]).await.unwrap().get("text").unwrap();
        let text = text.trim_matches(['<', '>']);
        assert_eq!(Uuid::parse_str(text).unwrap(), id);
    }
}

/// Whoever asks next hears nothing of it.
#[tokio::test]
async fn connections_that_the_server_cut_are_replaced() {
    let is_server = |db: &Db| db.engine() == Engine::Postgres;
    for db in databases().await.into_iter().filter(is_server) {
        let mut open = Vec::new();
        for _ in 0..3 {
            open.push(db.read().await.unwrap());
        }
        let mut own = Vec::new();
        for tx in &mut open {
            let row = tx
                .one("select cast(pg_backend_pid() as bigint) as pid", values![])
                .await;
            own.push(row.unwrap().get::<i64>("pid").unwrap());
        }
        let mut last = open.pop().unwrap();
        drop(open);
        tokio::time::sleep(Duration::from_millis(100)).await; // until they are back in the pool
        for pid in &own[..2] {
            let sql = "select pg_terminate_backend(cast($1 as int)) as done";
            last.one(sql, values![*pid]).await.unwrap();
        }
        drop(last);
        for _ in 0..3 {
            let mut tx = db.read().await.unwrap();
            tx.one("select 1 as n", values![]).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_database_is_empty_until_its_first_step() {
    for db in databases().await {
        assert!(db.is_empty().await.unwrap());
        db.migrate(&[NOTES]).await.unwrap();
        assert!(!db.is_empty().await.unwrap());
    }
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_it_went_in() {
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let (site, id) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut tx = db.write().await.unwrap();
        let insert = "insert into notes (site_id, id, day, pages, open, body) values ($1, $2, $3, $4, $5, $6)";
        let body: &[u8] = b"\x00\xff";
        tx.run(insert, values![site, id, date(2022, 6, 30), 7, true, body])
            .await
            .unwrap();
        let none: Option<jiff::civil::Date> = None;
        tx.run(insert, values![site, site, none, 8, false, None::<Vec<u8>>])
            .await
            .unwrap();
        let row = tx
            .one("select * from notes where id = $1", values![id])
            .await
            .unwrap();
        assert_eq!(row.get::<Uuid>("site_id").unwrap(), site);
        assert_eq!(
            row.get::<jiff::civil::Date>("day").unwrap(),
            date(2022, 6, 30)
        );
        assert_eq!(row.get::<u32>("pages").unwrap(), 7);
        assert!(row.get::<bool>("open").unwrap());
        assert_eq!(row.get::<Vec<u8>>("body").unwrap(), body);
        let row = tx
            .one("select day, body from notes where not open", values![])
            .await
            .unwrap();
        assert_eq!(row.get::<Option<jiff::civil::Date>>("day").unwrap(), None);
        assert_eq!(row.get::<Option<Vec<u8>>>("body").unwrap(), None);
    }
}

#[tokio::test]
async fn a_transaction_without_commit_leaves_nothing() {
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let id = Uuid::from_u128(3);
        let insert = "insert into notes (site_id, id, pages, open) values ($1, $1, 1, true)";
        let mut tx = db.write().await.unwrap();
        tx.run(insert, values![id]).await.unwrap();
        drop(tx);
        let mut tx = db.write().await.unwrap();
        let row = tx
            .one("select count(*) as n from notes", values![])
            .await
            .unwrap();
        assert_eq!(row.get::<i64>("n").unwrap(), 0);
    }
}

#[tokio::test]
async fn a_second_row_with_the_same_key_is_named() {
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let insert = "insert into notes (site_id, id, pages, open) values ($1, $2, 1, true)";
        let site = Uuid::from_u128(1);
        let mut tx = db.write().await.unwrap();
        tx.run(insert, values![site, Uuid::from_u128(4)])
            .await
            .unwrap();
        let refused = tx
            .run(insert, values![site, Uuid::from_u128(5)])
            .await
            .unwrap_err();
        assert!(refused.is_unique("notes", "pages"), "{refused}");
        assert!(!refused.is_unique("notes", "body"));
    }
}

#[tokio::test]
async fn migrations_run_once_and_refuse_to_be_rewritten() {
    for db in databases().await {
        assert_eq!(db.migrate(&[NOTES]).await.unwrap(), 1);
        assert_eq!(db.migrate(&[NOTES]).await.unwrap(), 0);
        let rewritten = Migration {
            sql: "create table other (id bigint primary key);",
            ..NOTES
        };
        assert!(matches!(
            db.migrate(&[rewritten]).await,
            Err(DbError::Migration(_))
        ));
        assert!(
            matches!(db.migrate(&[]).await, Err(DbError::Migration(_))),
            "newer database"
        );
    }
}

#[tokio::test]
async fn a_second_process_on_the_same_file_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("a.sqlite").display());
    let first = Db::open(&url).await.unwrap();
    let second = Db::open(&url).await.unwrap_err();
    assert!(second.to_string().contains("another process"), "{second}");
    first.close().await;
    drop(first);
    Db::open(&url).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_is_named_and_work_goes_on_once_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("full.sqlite").display());
    let db = Db::open(&url).await.unwrap();
    db.migrate(&[NOTES]).await.unwrap();
    let insert = "insert into notes (site_id, id, pages, open, body) values ($1, $1, $2, true, $3)";
    let site = Uuid::from_u128(1);
    let mut tx = db.write().await.unwrap();
    tx.script("pragma max_page_count = 30").await.unwrap();
    tx.run(insert, values![site, 1, vec![0_u8; 100]])
        .await
        .unwrap();
    let full = tx
        .run(
            insert,
            values![Uuid::from_u128(2), 2, vec![0_u8; 1_000_000]],
        )
        .await
        .unwrap_err();
    assert!(matches!(full, DbError::Full(_)), "{full:?}");
    assert!(full.to_string().contains("make room"), "{full}");
    drop(tx);
    for _ in 0..3 {
        let mut tx = db.write().await.unwrap();
        tx.script("pragma max_page_count = 100000").await.unwrap();
        let row = tx
            .one("select count(*) as n from notes", values![])
            .await
            .unwrap();
        assert_eq!(row.get::<i64>("n").unwrap(), 0, "nothing is half done");
    }
    let mut tx = db.write().await.unwrap();
    tx.run(insert, values![site, 1, vec![0_u8; 1_000_000]])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_database_its_log_and_its_copy_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let place = |name| dir.path().join(name);
    let url = format!("sqlite:{}", place("a.sqlite").display());
    let db = Db::open(&url).await.unwrap();
    db.migrate(&[NOTES]).await.unwrap();
    db.copy_into(place("copy")).await.unwrap();
    for name in ["a.sqlite", "a.sqlite-wal", "copy"] {
        let mode = std::fs::metadata(place(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    Db::open_reading(&format!("sqlite:{}", place("copy").display()))
        .await
        .unwrap();
}

#[tokio::test]
async fn what_is_no_database_is_told_from_what_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("text.sqlite");
    std::fs::write(&file, "Dear diary, this is a text. ".repeat(200)).unwrap();
    let refused = Db::open(&format!("sqlite:{}", file.display()))
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("text.sqlite"), "{refused}");
    let nowhere = Db::open("postgres://nobody@127.0.0.1:1/none").await;
    assert!(matches!(nowhere, Err(DbError::Unavailable(_))));
}

#[tokio::test]
async fn postgresql_knows_what_was_written_once_it_is_told() {
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let mut tx = db.write().await.unwrap();
        for (number, id) in (1..=3_i64).zip(10..) {
            tx.run(
                "insert into notes (site_id, id, pages, open) values ($1, $2, $3, true)",
                values![Uuid::from_u128(1), Uuid::from_u128(id), number],
            )
            .await
            .unwrap();
        }
        tx.recount().await.unwrap();
        if tx.engine() == Engine::Postgres {
            let sql = "select reltuples::bigint as n from pg_class where oid = 'notes'::regclass";
            let row = tx.one(sql, values![]).await.unwrap();
            assert_eq!(row.get::<i64>("n").unwrap(), 3);
        }
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn both_engines_order_text_by_its_bytes() {
    for db in databases().await {
        db.migrate(&[NOTES]).await.unwrap();
        let mut tx = db.write().await.unwrap();
        for (pages, day) in (0..).zip(["a", "Ä", "Z", "2-1", "21"]) {
            let insert =
                "insert into notes (site_id, id, day, pages, open) values ($1, $2, $3, $4, true)";
            let id = Uuid::from_u128(pages);
            let values = values![Uuid::nil(), id, day, i64::try_from(pages).unwrap()];
            tx.run(insert, values).await.unwrap();
        }
        let rows = tx.all("select day from notes order by day", values![]);
        let rows = rows.await.unwrap();
        let days: Vec<String> = rows.iter().map(|row| row.get("day").unwrap()).collect();
        assert_eq!(days, ["2-1", "21", "Z", "a", "Ä"]);
    }
}

#[test]
fn an_empty_list_matches_nothing() {
    let query = Query::new("select 1 where 1 in (")
        .bind_list(Vec::<i64>::new())
        .push(")");
    assert_eq!(query.text(), "select 1 where 1 in (null)");
}

#[test]
fn definitions_are_told_to_each_engine_in_its_own_words() {
    let ddl =
        "create table a (id uuid, ok boolean, n text, uuid_of bytea);\ncreate index b on a (id);";
    let index = "create index b on a (id);";
    for (engine, columns) in [
        (
            Engine::Sqlite,
            "(id blob, ok integer, n text, uuid_of blob) strict",
        ),
        (
            Engine::Postgres,
            "(id uuid, ok boolean, n text collate \"C\", uuid_of bytea)",
        ),
    ] {
        let told = told_to(engine, ddl);
        assert_eq!(
            told.trim_end(),
            format!("create table a {columns};\n{index}")
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_longer_at_its_place_takes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let place = |name: &str| dir.path().join(name);
    let db = Db::open(&format!("sqlite:{}", place("a.sqlite").display()))
        .await
        .unwrap();
    db.migrate(&[NOTES]).await.unwrap();
    let gone = async || {
        for refused in [db.read().await, db.write().await] {
            let why = refused.err().unwrap().to_string();
            assert!(why.contains("deleted, moved or replaced"), "{why}");
        }
    };
    std::fs::rename(place("a.sqlite"), place("b.sqlite")).unwrap();
    gone().await;
    std::fs::write(place("a.sqlite"), "another").unwrap();
    gone().await;
    std::fs::rename(place("b.sqlite"), place("a.sqlite")).unwrap();
    db.read().await.unwrap();
    db.write().await.unwrap();
}
