//! The permission matrix: printed, reviewed, and tried on every route.

use std::fmt::Write as _;

use axum::http::StatusCode;
use platform::testing::{Testbed, Who};
use platform::{Role, RouteRow};
use teilhabe::house;

use crate::architecture::root;

fn printed() -> String {
    let mut rows = house::routes().table().to_vec();
    rows.sort_by_key(|row| (row.path, row.method));
    let mut text = String::from("method  path");
    text.push_str(&" ".repeat(44));
    for role in Role::ALL {
        let _ = write!(text, "{:>15}", role.code());
    }
    text.push('\n');
    for row in rows {
        let _ = write!(text, "{:<7} {:<48}", row.method, row.path);
        for role in Role::ALL {
            let mark = match row.act {
                None => "open",
                Some(act) if act.is_open_to(role) => "yes",
                Some(_) => "·",
            };
            let _ = write!(text, "{mark:>15}");
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_reviewed_matrix_is_the_one_in_force() {
    let path = root().join("docs/permissions.txt");
    if std::env::var_os("UPDATE_MATRIX").is_some() {
        std::fs::write(&path, printed()).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        printed(),
        reviewed,
        "review the difference, then run `make matrix`"
    );
}

/// A path with something in every gap.
fn filled(row: &RouteRow) -> String {
    let id = "00000000-0000-7000-8000-000000000000";
    row.path
        .split('/')
        .map(|part| if part.starts_with('{') { id } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

#[tokio::test]
async fn every_act_refuses_the_roles_without_its_right() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    for row in house::routes().table() {
        let Some(act) = row.act else { continue };
        for who in Who::SIGNED_IN
            .into_iter()
            .filter(|who| !act.is_open_to(who.role()))
        {
            let answer = bed.send(who, row.method, &filled(row), &[]).await;
            let told = (row.method, row.path, who);
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{told:?}");
        }
    }
}

#[tokio::test]
async fn every_act_asks_strangers_to_sign_in() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    for row in house::routes()
        .table()
        .iter()
        .filter(|row| row.act.is_some())
    {
        let answer = bed.send(Who::Nobody, row.method, &filled(row), &[]).await;
        let told = (row.method, row.path, answer.status);
        match row.method {
            "GET" => assert!(answer.location.starts_with("/session/new"), "{told:?}"),
            _ => assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{told:?}"),
        }
    }
}

#[tokio::test]
async fn every_path_refuses_other_methods() {
    let bed = Testbed::new(&house::ROOMS[1..]).await;
    let routes = house::routes();
    for row in routes.table() {
        for method in ["GET", "POST", "DELETE", "PUT"] {
            let known = |other: &RouteRow| other.path == row.path && other.method == method;
            if routes.table().iter().any(known) {
                continue;
            }
            let answer = bed.send(Who::Anna, method, &filled(row), &[]).await;
            let told = (method, row.path, answer.status);
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{told:?}");
        }
    }
}

#[test]
fn the_immigration_authority_has_no_role() {
    assert!(
        Role::ALL
            .iter()
            .all(|role| !role.code().contains("authority"))
    );
}
