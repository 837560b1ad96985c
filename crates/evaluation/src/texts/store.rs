use db::{Result, Row, Tx, values};
use jiff::Timestamp;
use platform::{AccountId, SiteId};
use uuid::Uuid;

use super::{Section, Version};

/// The newest version of each section of a place, in no order.
pub(crate) async fn newest(tx: &mut Tx, site: SiteId, year: i16) -> Result<Vec<Version>> {
    let rows = tx
        .all(
            "select t.section, t.version, t.body, t.written_at, a.name as writer
             from report_texts t join accounts a on a.id = t.written_by
             where t.site_id = $1 and t.year = $2 and t.version = (
                 select max(n.version) from report_texts n where n.site_id = t.site_id
                 and n.year = t.year and n.section = t.section)",
            values![site, year],
        )
        .await?;
    rows.iter().map(version).collect()
}

/// All versions of a text, newest first.
pub(super) async fn history(
    tx: &mut Tx,
    site: SiteId,
    year: i16,
    section: Section,
) -> Result<Vec<Version>> {
    let rows = tx
        .all(
            "select t.section, t.version, t.body, t.written_at, a.name as writer
             from report_texts t join accounts a on a.id = t.written_by
             where t.site_id = $1 and t.year = $2 and t.section = $3 order by t.version desc",
            values![site, year, section.code()],
        )
        .await?;
    rows.iter().map(version).collect()
}

/// A version to be kept.
pub(super) struct Draft<'a> {
    pub site: SiteId,
    pub year: i16,
    pub section: Section,
    pub version: i64,
    pub body: &'a str,
    pub by: AccountId,
}

pub(super) async fn add(tx: &mut Tx, id: Uuid, draft: &Draft<'_>, now: Timestamp) -> Result<()> {
    tx.run(
        "insert into report_texts (site_id, id, year, section, version, body, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            draft.site,
            id,
            draft.year,
            draft.section.code(),
            draft.version,
            draft.body,
            draft.by,
            now
        ],
    )
    .await?;
    Ok(())
}

fn version(row: &Row) -> Result<Version> {
    Ok(Version {
        section: row.get("section")?,
        version: row.get("version")?,
        body: row.get("body")?,
        writer: row.get("writer")?,
        written_at: row.get("written_at")?,
    })
}
