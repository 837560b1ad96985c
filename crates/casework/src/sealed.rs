//! Everything that is sealed, opened once, as a look at a copy that came from elsewhere.

use std::collections::HashMap;

use db::{Row, Tx, values};
use platform::keys::{Keys, SiteKeys};
use platform::{Result, SiteId};
use uuid::Uuid;
use vault::{PersonKey, Place, Sealed, VaultError};

use crate::people::PersonId;
use crate::people::store::{SEALED, open_key};

/// Sealed columns of a table.
struct Area {
    table: &'static str,
    columns: &'static [&'static str],
    /// Rows of a site with their `record`, and the `person` whose key seals them.
    rows: &'static str,
}

/// What is sealed with the key of a person.
const OF_PEOPLE: &[Area] = &[
    Area {
        table: "person_identity",
        columns: &SEALED,
        rows:
            "select person_id as record, person_id as person, family_name, given_name, birth_date,
               address, phone, email from person_identity where site_id = $1",
    },
    Area {
        table: "person_statuses",
        columns: &["side_conditions"],
        rows: "select id as record, person_id as person, side_conditions from person_statuses
               where site_id = $1 and side_conditions is not null",
    },
    Area {
        table: "contacts",
        columns: &["note"],
        rows: "select t.id as record, c.person_id as person, t.note from contacts t
               join cases c on c.site_id = t.site_id and c.id = t.case_id
               where t.site_id = $1 and t.note is not null",
    },
    Area {
        table: "goals",
        columns: &["wording"],
        rows: "select t.id as record, c.person_id as person, t.wording from goals t
               join cases c on c.site_id = t.site_id and c.id = t.case_id where t.site_id = $1",
    },
    Area {
        table: "steps",
        columns: &["wording"],
        rows: "select t.id as record, c.person_id as person, t.wording from steps t
               join cases c on c.site_id = t.site_id and c.id = t.case_id where t.site_id = $1",
    },
    Area {
        table: "case_outlooks",
        columns: &["answer"],
        rows: "select t.case_id as record, c.person_id as person, t.answer from case_outlooks t
               join cases c on c.site_id = t.site_id and c.id = t.case_id where t.site_id = $1",
    },
];

/// What is sealed with the key of the site.
const OF_SITE: &[Area] = &[Area {
    table: "imports",
    columns: &["file_name", "file", "findings"],
    rows: "select id as record, file_name, file, findings from imports where site_id = $1",
}];

/// Opens the key of every site and of every person and all that they seal; what was sealed for
/// people who were deleted since is meant not to open. Says how many people there are.
///
/// # Errors
/// If something does not open, so that it is lost in this copy.
pub async fn open_everything(tx: &mut Tx, keys: &Keys) -> Result<usize> {
    let sites = "select site_id from site_keys union select site_id from person_keys";
    let mut people = 0;
    for row in tx.all(sites, values![]).await? {
        let site: SiteId = row.get("site_id")?;
        let keys = keys.site(tx, site).await?;
        let of_people = people_of(tx, &keys, site).await?;
        people += of_people.len();
        for area in OF_PEOPLE {
            for row in tx.all(area.rows, values![site]).await? {
                let person: PersonId = row.get("person")?;
                if let Some(key) = of_people.get(&person) {
                    open(area, site, &row, |place, sealed| {
                        key.open_bytes(place, sealed).map(drop)
                    })?;
                }
            }
        }
        for area in OF_SITE {
            for row in tx.all(area.rows, values![site]).await? {
                open(area, site, &row, |place, sealed| {
                    keys.key.open_bytes(place, sealed).map(drop)
                })?;
            }
        }
    }
    Ok(people)
}

async fn people_of(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
) -> Result<HashMap<PersonId, PersonKey>> {
    let sql = "select person_id, wrapped from person_keys where site_id = $1";
    let rows = tx.all(sql, values![site]).await?;
    let key = |row: &Row| {
        let person = row.get("person_id")?;
        Ok((person, open_key(row, keys, person)?))
    };
    rows.iter().map(key).collect()
}

fn open(
    area: &Area,
    site: SiteId,
    row: &Row,
    open: impl Fn(&Place, &Sealed) -> std::result::Result<(), VaultError>,
) -> Result<()> {
    let record: Uuid = row.get("record")?;
    for column in area.columns {
        let sealed: Option<Vec<u8>> = row.get(column)?;
        let place = Place {
            site: site.0,
            table: area.table,
            column,
            record,
        };
        if let Some(sealed) = sealed {
            open(&place, &Sealed::from_stored(sealed))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{OF_PEOPLE, OF_SITE};

    /// Bytes that are no sealed text: keys and digests.
    const OTHERS: [(&str, &str); 3] = [
        ("person_keys", "wrapped"),
        ("person_tokens", "token"),
        ("calendar_feeds", "token_hash"),
    ];

    #[test]
    fn every_sealed_column_is_looked_at() {
        let mut stored = BTreeSet::new();
        let mut table = "";
        for line in crate::MIGRATIONS.iter().flat_map(|step| step.sql.lines()) {
            if let Some(name) = line.strip_prefix("create table ") {
                table = name.trim_end_matches(" (");
            }
            let mut words = line.split_whitespace();
            if let (Some(column), Some("bytea" | "bytea,")) = (words.next(), words.next()) {
                stored.insert((table, column));
            }
        }
        let areas = OF_PEOPLE.iter().chain(OF_SITE);
        let opened = areas.flat_map(|area| area.columns.iter().map(|column| (area.table, *column)));
        let known: BTreeSet<_> = opened.chain(OTHERS).collect();
        assert_eq!(known, stored);
    }
}
