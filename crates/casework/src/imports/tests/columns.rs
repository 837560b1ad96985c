//! What the columns of a list turn out to hold.

use super::read_text;

#[test]
fn a_cross_under_one_sex_is_not_read_as_a_third() {
    for header in ["Geschlecht m", "Geschlecht (w)"] {
        let list = format!("Name;Vorname;{header}\nSow;Ali;x\nKaya;Deniz;\n");
        let list = read_text(&list).unwrap();
        assert!(
            list.rows.iter().all(|row| row.person.sex.is_none()),
            "{header}"
        );
        assert!(list.unread_columns().unwrap().contains("Geschlecht"));
    }
}

#[test]
fn the_order_of_two_names_is_that_of_the_heading() {
    for (heading, name) in [
        ("Nach-/Vorname", "Sow, Ali"),
        ("Nach-/Vorname", "Sow Ali"),
        ("Nach- und Vorname", "Sow Ali"),
        ("Vor-/Nachname", "Ali Sow"),
        ("Vor- und Zuname", "Ali Sow"),
    ] {
        let list = format!("{heading};geb. am\n\"{name}\";1.2.2000\n");
        let person = read_text(&list).unwrap().rows.remove(0).person;
        let names = (person.family_name.as_deref(), person.given_name.as_deref());
        assert_eq!(names, (Some("Sow"), Some("Ali")), "{heading}: {name}");
    }
}

#[test]
fn a_beginning_of_the_work_is_a_day_and_nobody() {
    for heading in [
        "Beginn Case Management",
        "Beginn Fallmanagement",
        "Start Fallmanagement",
        "Beginn CM",
    ] {
        let list = format!("Name;Vorname;{heading}\nSow;Ali;3.2.2020\n");
        let case = read_text(&list).unwrap().rows.remove(0).case;
        assert_eq!(
            case.opened_on.unwrap().to_string(),
            "2020-02-03",
            "{heading}"
        );
        assert_eq!(case.worker, None, "{heading}");
    }
}

#[test]
fn the_end_of_a_paper_beside_the_status_is_no_beginning() {
    let list = "Name;Vorname;Aufenthaltsstatus/gültig bis\nSow;Ali;Duldung 31.12.2021\n\
        Kaya;Deniz;Gestattung / 30.06.2022\nNoori;Zahra;31.12.2021\nRahimi;Amina;grün\n";
    let rows = read_text(list).unwrap().rows;
    let statuses: Vec<_> = rows.iter().map(|row| row.case.status).collect();
    assert_eq!(statuses, [Some("GEDULDET"), Some("AG"), None, None]);
    assert!(rows.iter().all(|row| row.case.status_since.is_none()));
    assert!(rows[2].refusal.is_none() && rows[2].warnings[0].cell.as_deref() == Some("C4"));
    assert!(rows[3].refusal.is_some());
}

#[test]
fn of_two_columns_called_status_the_one_with_statuses_counts() {
    for (header, rows) in [
        ("Status;Status", ["laufend;Duldung", "beendet;Gestattung"]),
        ("Status;Status", ["Duldung;laufend", "Gestattung;beendet"]),
    ] {
        let list = format!(
            "Name;Vorname;{header}\nSow;Ali;{}\nKaya;Deniz;{}\n",
            rows[0], rows[1]
        );
        let read = read_text(&list).unwrap().rows;
        let statuses: Vec<_> = read.iter().map(|row| row.case.status).collect();
        assert_eq!(statuses, [Some("GEDULDET"), Some("AG")], "{rows:?}");
        assert!(read.iter().all(|row| row.refusal.is_none()));
    }
}
