//! Who is new and who is known.

use super::super::{Known, KnownPerson, Outcome, classify};
use super::{lines, read_text, warnings};

const HEADER: &str = "Fallnummer;Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit\n";

fn results(rows: &str) -> Vec<String> {
    let list = read_text(&format!("{HEADER}{rows}")).unwrap();
    let classified = classify::<()>(list, Vec::new(), |_| ());
    let name = |outcome: &Outcome<()>| match outcome {
        Outcome::New => "new".to_owned(),
        Outcome::Known(Known::Row(place)) => format!("known {place}"),
        Outcome::Known(Known::AtSite(())) => "known at site".to_owned(),
        Outcome::Refused(refusal) => format!("refused {}", refusal.cell),
    };
    classified.iter().map(|row| name(&row.outcome)).collect()
}

#[test]
fn another_spelling_with_the_same_birth_date_is_known() {
    assert_eq!(
        results("1-a;Yusufi;Mohammed;09.04.2001;m;AFG\n;Muhammad;Youssefi;9.4.01;;\n"),
        ["new", "known 0"]
    );
}

#[test]
fn twins_with_names_alike_are_two_people() {
    assert_eq!(
        results(";Karimi;Hassan;09.04.2001;m;\n;Karimi;Hussein;09.04.2001;m;\n"),
        ["new", "new"]
    );
    assert_eq!(
        results(";Karimi;Nour;09.04.2001;m;\n;Karimi;Nour;09.04.2001;w;\n"),
        ["new", "new"]
    );
}

#[test]
fn the_first_of_january_merges_only_the_same_row_again() {
    assert_eq!(
        results(";Ali;Ahmad;01.01.1999;m;AFG\n;Ali;Ahmad;01.01.1999;m;AFG\n"),
        ["new", "known 0"]
    );
    assert_eq!(
        results(";Ali;Ahmad;01.01.1999;m;AFG\n;Ali;Ahmed;01.01.1999;m;AFG\n"),
        ["new", "new"]
    );
    assert_eq!(
        results("A7;Ali;Ahmad;01.01.1999;m;AFG\nA9;Ali;Ahmad;01.01.1999;m;AFG\n"),
        ["new", "new"]
    );
    assert_eq!(
        results(";Ali;Ahmad;01.01.1999;m;AFG\n;Ali;Ahmad;01.01.1999;m;SYR\n"),
        ["new", "new"]
    );
}

#[test]
fn a_possible_duplicate_is_said_but_not_merged() {
    let list = read_text(&format!(
        "{HEADER};Ali;Ahmad;01.01.1999;m;AFG\n;Ali;Ahmed;01.01.1999;m;AFG\n"
    ))
    .unwrap();
    let printed = lines(list);
    assert!(
        printed[1].contains("Möglicherweise dieselbe Person wie in Zeile 2"),
        "{}",
        printed[1]
    );
}

#[test]
fn the_same_number_for_two_people_refuses_the_later_row() {
    assert_eq!(
        results(
            "A7;Karimi;Ali;09.04.2001;m;\nA7;Müller;Anna;05.05.1998;w;\nA7;Karimi;Aly;09.04.2001;;\n"
        ),
        ["new", "refused A3", "known 0"]
    );
    assert_eq!(
        results("A7;Karimi;Ali;09.04.2001;m;\nA7;Karimi;Ali;;;\n"),
        ["new", "known 0"]
    );
}

#[test]
fn a_number_is_the_same_in_other_signs_but_not_in_other_parts() {
    let rows = "1/12;Karimi;Ali;09.04.2001;;\n11/2;Müller;Anna;05.05.1998;;\n\
        A-7;Sow;Awa;03.03.2003;;\na 7;Kaya;Deniz;04.04.2002;;\n";
    assert_eq!(results(rows), ["new", "new", "new", "refused A5"]);
}

#[test]
fn a_refused_row_makes_nobody_known() {
    assert_eq!(
        results("A7;Karimi;Ali;09.04.2001;grün;\nA8;Karimi;Ali;09.04.2001;m;\n"),
        ["refused E2", "new"]
    );
}

#[test]
fn the_same_list_again_knows_everybody() {
    let rows = "A1;Karimi;Ali;09.04.2001;m;AFG\n;Ali;Ahmad;01.01.1999;m;AFG\n;Tesfay;Samuel;2000;m;ERI\n;Ohne;Geburt;;;\n";
    let list = read_text(&format!("{HEADER}{rows}")).unwrap();
    let known = list.rows.iter().map(|row| KnownPerson {
        id: row.row,
        person: row.person.clone(),
        numbers: row.case.number.iter().cloned().collect(),
    });
    let known = known.collect();
    let again = classify(list, known, |_| ());
    let at_site: Vec<_> = again.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(
        at_site,
        [2, 3, 4, 5].map(|row| Outcome::Known(Known::AtSite(row)))
    );
}

#[test]
fn who_waits_hears_of_every_row_in_turn() {
    let rows =
        "A1;Karimi;Ali;09.04.2001;m;AFG\nA2;Sow;Awa;grün;f;GIN\nA3;Tesfay;Samuel;2000;m;ERI\n";
    let list = read_text(&format!("{HEADER}{rows}")).unwrap();
    let heard = std::cell::RefCell::new(Vec::new());
    classify(list, Vec::<KnownPerson<u32>>::new(), |row| {
        heard.borrow_mut().push(row);
    });
    assert_eq!(heard.into_inner(), [0, 1, 2]);
}

#[test]
fn twins_with_numbers_of_their_own_stay_apart_even_if_their_names_sound_alike() {
    let rows = "101;Hosseini;Lina;12.05.2001;w;AFG\n102;Hosseini;Lena;12.05.2001;w;AFG\n\
        103;Sow;Adem;01.02.2002;m;GIN\n104;Sow;Edem;01.02.2002;m;GIN\n";
    assert_eq!(results(rows), ["new"; 4]);
    let printed = lines(read_text(&format!("{HEADER}{rows}")).unwrap());
    assert!(printed[1].contains("Möglicherweise dieselbe Person wie in Zeile 2"));
}

#[test]
fn the_same_name_under_another_number_is_known_and_said() {
    let rows = "101;Hosseini;Lina;12.05.2001;w;AFG\n102;HOSSEINI;Lina;12.05.2001;w;IRN\n";
    assert_eq!(results(rows), ["new", "known 0"]);
    let printed = lines(read_text(&format!("{HEADER}{rows}")).unwrap());
    assert!(printed[1].contains("A3: Andere Fallnummer als in Zeile 2"));
    assert!(printed[1].contains("Andere Staatsangehörigkeit als in Zeile 2"));
}

#[test]
fn a_refused_row_keeps_its_number_from_others() {
    assert_eq!(
        results(
            "Z9;Ermak;Ed;03.04.2001;zz;\nZ9;Sow;Awa;05.06.2002;w;\nZ9;Ermak;Ed;03.04.2001;m;\n"
        ),
        ["refused E2", "refused A3", "new"]
    );
}

/// Twins without case numbers may be taken for one person: whoever reads the findings must see it.
#[test]
fn another_spelling_of_the_name_is_pointed_out() {
    let warned = |rows: &str| {
        let list = read_text(&format!("{HEADER}{rows}")).unwrap();
        let classified = classify::<()>(list, Vec::new(), |_| ());
        let last = classified.last().unwrap();
        assert_eq!(last.outcome, Outcome::Known(Known::Row(0)), "{rows}");
        warnings(&last.row)
    };
    for rows in [
        ";Verdulin;Lina;12.05.2001;;\n;Verdulin;Lena;12.05.2001;;\n",
        ";Sow;Rahim;12.05.2001;;\n;Sow;Rahem;12.05.2001;;\n",
        "1-a;Yusufi;Mohammed;09.04.2001;m;AFG\n1-a;Muhammad;Youssefi;9.4.01;;\n",
    ] {
        let told = warned(rows);
        let said = "B3: Gilt als dieselbe Person wie Zeile 2, der Name ist anders geschrieben";
        assert!(told.len() == 1 && told[0].starts_with(said), "{told:?}");
    }
    for rows in [
        ";Verdulin;Lina;12.05.2001;;\n;VERDULIN;lina;12.05.2001;;\n",
        ";Karimi;Ali Reza;12.05.2001;;\n;Reza Ali;Karimi;12.05.2001;;\n",
        ";Müller;José;12.05.2001;;\n;Mueller;Jose;12.05.2001;;\n",
    ] {
        assert_eq!(warned(rows), [""; 0], "{rows}");
    }
}

#[test]
fn somebody_stored_under_another_spelling_is_not_named() {
    let list = |name: &str| read_text(&format!("{HEADER};Verdulin;{name};12.05.2001;;\n")).unwrap();
    let known = KnownPerson {
        id: 7,
        person: list("Lina").rows.remove(0).person,
        numbers: vec!["F-17".to_owned()],
    };
    let classified = classify(list("Lena"), vec![known], |_| ());
    assert_eq!(classified[0].outcome, Outcome::Known(Known::AtSite(7)));
    let told = warnings(&classified[0].row).join("\n");
    let said = "B2: Gilt als dieselbe Person wie eine Person, die schon da ist";
    assert!(told.starts_with(said), "{told}");
    assert!(!told.contains("Lina") && !told.contains("F-17"), "{told}");
}
