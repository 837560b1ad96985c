//! Columns with a cross for the sex.

use platform::testing::Who;

use super::super::{ColumnMapping, Field, ReadOptions, read};
use super::pages::upload;
use super::{GERMAN, options, read_text};
use crate::codes::Sex;
use crate::testing::bed;

/// What each row says of the sex: its code, nothing, or where and why it is refused.
fn sexes(text: &str) -> Vec<String> {
    let rows = read_text(text).unwrap().rows.into_iter();
    let told = rows.map(|row| match row.refusal {
        Some(refusal) => format!("{}: {}", refusal.cell, refusal.said(&GERMAN)),
        None => row.person.sex.map_or("", Sex::code).to_owned(),
    });
    told.collect()
}

#[test]
fn a_cross_under_a_sex_is_read() {
    for heads in [
        "m;w;d",
        "männlich;weiblich;divers",
        "Geschlecht m;Geschlecht w;Geschlecht d",
        "Geschl. (männl.);Geschl. (weibl.);divers",
        "Geschlecht: männlich;weiblich;d",
    ] {
        let list = format!(
            "Name;Vorname;{heads}\nSow;Awa;;x;\nKarimi;Ali;X;-;\nKaya;Deniz;;;1\n\
             Rahimi;Amina;;ja;nein\nNoori;Zahra;0;✓;0\nTesfay;Samuel;m;;\nHaddad;Yussef;;;\n"
        );
        assert_eq!(sexes(&list), ["f", "m", "x", "f", "f", "m", ""], "{heads}");
    }
    let without_diverse = "Name;Vorname;w;m\nSow;Awa;x;\nKarimi;Ali;;x\n";
    assert_eq!(sexes(without_diverse), ["f", "m"]);
}

#[test]
fn two_crosses_and_what_is_none_refuse_the_row() {
    let list = "Name;Vorname;m;w\nSow;Awa;x;x\nKarimi;Ali;bald;\nKaya;Deniz;;2\n";
    assert_eq!(
        sexes(list),
        [
            "D2: Es ist mehr als ein Geschlecht angekreuzt.",
            "C3: „bald“ ist nicht als Geschlecht lesbar (m, w, d).",
            "D4: „2“ ist nicht als Geschlecht lesbar (m, w, d).",
        ]
    );
}

#[test]
fn crosses_count_only_where_headings_clearly_mean_the_sex() {
    for list in [
        "Name;Vorname;m\nSow;Ali;x\n",
        "Name;Vorname;Geschlecht m\nSow;Ali;x\n",
        "Name;Vorname;m;Telefon;w\nSow;Ali;x;;\n",
        "Name;Vorname;m;d\nSow;Ali;x;\n",
        ";;Kinder;\nName;Vorname;m;w\nSow;Ali;x;\n",
        "Name;Vorname;Kinder m;Kinder w\nSow;Ali;x;\n",
    ] {
        assert_eq!(sexes(list), [""], "{list}");
    }
    let beside = "Name;Vorname;Geschlecht;m;w\nSow;Awa;w;x;\n";
    assert_eq!(sexes(beside), ["f"], "the sex itself counts");
}

#[test]
fn a_group_is_told_from_titles_and_from_what_stands_further_above() {
    for above in [";;Geschlecht;\n", "Stand: Juni;;;\n", ";;Kinder;\n\n", "\n"] {
        let list = format!("{above}Name;Vorname;m;w\nSow;Awa;;x\n");
        assert_eq!(sexes(&list), ["f"], "{above}");
    }
}

#[test]
fn sums_of_crosses_and_empty_rows_with_one_are_about_nobody() {
    let list = "Name;Vorname;m;w\nSow;Awa;;x\nKarimi;Ali;x;\n;;x;\n;;1;1\nSumme;;1;1\n";
    assert_eq!(sexes(list), ["f", "m"]);
    let list = read_text(list).unwrap();
    assert_eq!(list.others, [4, 5, 6]);
}

#[test]
fn a_mapping_can_say_where_the_crosses_stand() {
    let mapping = "\"Männer\" = \"sex_male\"\nFrauen = \"sex_female\"\n";
    let options = ReadOptions {
        mapping: Some(ColumnMapping::from_toml(mapping).unwrap()),
        ..options()
    };
    let list = "Name;Vorname;Frauen;d;Männer\nSow;Awa;x;;\nKarimi;Ali;;;x\nKaya;Deniz;;x;\n";
    let rows = read(list.as_bytes(), &options).unwrap().rows;
    let sexes = rows.iter().map(|row| row.person.sex);
    assert_eq!(
        sexes.collect::<Vec<_>>(),
        [Sex::Female, Sex::Male, Sex::Diverse].map(Some)
    );
}

#[tokio::test]
async fn the_page_says_of_each_column_which_cross_it_holds() {
    let bed = bed().await;
    let import = upload(&bed, "Name;Vorname;m;w\nSow;Awa;;x\n").await;
    let page = bed.get(Who::Anna, &import).await.body;
    for sex in [Sex::Male, Sex::Female] {
        let chosen = format!("value=\"{}\" selected", Field::Ticked(sex).key());
        assert!(page.contains(&chosen), "{page}");
    }
    assert!(
        !page.contains("Diese Spalte wird nicht übernommen"),
        "{page}"
    );
    assert!(page.contains("<td>weiblich</td>"), "{page}");
}
