//! The formats of `teilhabe protect`.

use disclosure::files::{Options, protect_csv};

const TABLE: &str = "\u{feff}kreis,sex,n\nHerne,f,12\nHerne,m,31\n\"Kleve, Kreis\",f,2\n\
    \"Kleve, Kreis\",m,17\nUnna,f,9\nUnna,m,24\n";

fn refusal(table: &str, hierarchies: &[(&str, &str)]) -> String {
    let own = |(column, text): &(&str, &str)| ((*column).to_owned(), (*text).to_owned());
    let hierarchies: Vec<(String, String)> = hierarchies.iter().map(own).collect();
    protect_csv(table, &hierarchies, &Options::default())
        .unwrap_err()
        .to_string()
}

#[test]
fn every_cell_is_a_row_and_no_row_tells_why_it_is_suppressed() {
    let files = protect_csv(TABLE, &[], &Options::default()).unwrap();
    let expected = "kreis,sex,n,status\nHerne,f,12,published\nHerne,m,31,published\n\
        Herne,Total,43,published\n\"Kleve, Kreis\",f,,suppressed\n\"Kleve, Kreis\",m,,suppressed\n\
        \"Kleve, Kreis\",Total,19,published\nUnna,f,,suppressed\nUnna,m,,suppressed\n\
        Unna,Total,33,published\nTotal,f,23,published\nTotal,m,72,published\n\
        Total,Total,95,published\n";
    assert_eq!(files.csv, expected);
}

#[test]
fn the_certificate_has_its_fields_in_order() {
    let files = protect_csv(TABLE, &[], &Options::default()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&files.certificate_json).unwrap();
    assert_eq!(json["threshold"], 3);
    assert_eq!(json["zeros"], "publish");
    assert_eq!(json["optimal"], true);
    assert!(json["rule"].is_string() && json["engine"].is_string());
    // By hand: 2 + 9 women and 17 + 24 men are left for two rows of 19 and 33.
    let expected = serde_json::json!([
        {"kreis": "Kleve, Kreis", "sex": "f", "kind": "primary", "interval": [0, 11]},
        {"kreis": "Kleve, Kreis", "sex": "m", "kind": "secondary", "interval": [8, 19]},
        {"kreis": "Unna", "sex": "f", "kind": "secondary", "interval": [0, 11]},
        {"kreis": "Unna", "sex": "m", "kind": "secondary", "interval": [22, 33]},
    ]);
    assert_eq!(json["cells"], expected);
}

#[test]
fn an_open_end_is_null() {
    let files = protect_csv("a,n\nx,1\n", &[], &Options::default()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&files.certificate_json).unwrap();
    let expected = serde_json::json!([
        {"a": "x", "kind": "primary", "interval": [0, null]},
        {"a": "Total", "kind": "primary", "interval": [0, null]},
    ]);
    assert_eq!(json["cells"], expected);
}

#[test]
fn inner_nodes_become_cells_and_missing_combinations_are_zero() {
    let tree = "child,parent\na,west\nb,west\nc,east\nd,east\nwest,land\neast,land\n";
    let table = "site,sex,n\na,f,10\nb,f,20\nc,f,30\na,m,5\n";
    let trees = [("site".to_owned(), tree.to_owned())];
    let files = protect_csv(table, &trees, &Options::default()).unwrap();
    let rows: Vec<&str> = files.csv.lines().skip(1).collect();
    assert_eq!(rows.len(), 8 * 3);
    for row in [
        "west,f,30,published",
        "d,f,0,published",
        "east,Total,30,published",
        "land,Total,65,published",
        "Total,Total,65,published",
        "land,m,5,published",
    ] {
        assert!(rows.contains(&row), "{row}");
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    let once = protect_csv(TABLE, &[], &Options::default()).unwrap();
    assert_eq!(once, protect_csv(TABLE, &[], &Options::default()).unwrap());
}

#[test]
fn rows_that_cannot_be_taken_are_named_by_line() {
    for (table, expected) in [
        ("a,n\nx,1\nx,2\n", "line 3"),
        ("a,n\nx,1\ny,-2\n", "line 3: \"-2\""),
        ("a,n\nx,1.5\n", "line 2: \"1.5\""),
        ("a,n\nx,\n", "line 2"),
        ("a,n\nTotal,3\n", "line 2: \"Total\""),
        ("a,n\n,3\n", "line 2: a category is empty"),
        ("a,b,n\nx,1\n", "line 2: 2 columns where the header has 3"),
        ("a;b;n\nx;y;1\n", "parted by commas"),
        ("n\n3\n", "no dimension"),
        ("a,count\nx,3\n", "called \"n\""),
        ("a,a,n\nx,x,3\n", "twice"),
        ("a,status,n\nx,x,3\n", "\"status\""),
        ("a,n\n", "no category"),
        ("", "called \"n\""),
        ("a,n\nx,99999999999999\n", "line 2"),
    ] {
        let message = refusal(table, &[]);
        assert!(message.contains(expected), "{table:?}: {message}");
    }
}

#[test]
fn hierarchies_that_do_not_fit_are_refused() {
    let table = "a,n\nx,10\ny,20\n";
    for (tree, expected) in [
        (
            "child,parent\nx,g\nx,h\ny,g\n",
            "line 3: \"x\" has a place already",
        ),
        ("child,parent\nx,g\ny,g\ng,h\nh,g\n", "circle"),
        ("child,parent\nx,g\n", "\"y\" has no place"),
        (
            "child,parent\nx,g\ny,Total\n",
            "line 3: no node can be called \"Total\"",
        ),
        ("child,parent\nx,g\ny,\n", "line 3: a label is empty"),
        ("child,parent\nx,y\ny,g\n", "\"y\" is an inner node"),
        ("node,above\nx,g\ny,g\n", "child,parent"),
    ] {
        let message = refusal(table, &[("a", tree)]);
        assert!(message.contains(expected), "{tree:?}: {message}");
    }
    let tree = "child,parent\nx,g\ny,g\n";
    assert!(refusal(table, &[("b", tree)]).contains("no such dimension"));
    assert!(refusal(table, &[("a", tree), ("a", tree)]).contains("two hierarchies"));
}
