//! Lists that were uploaded: file, name and findings are sealed with the key of the site.

use db::{Query, Result as DbResult, Row, Tx, Value, values};
use jiff::Timestamp;
use platform::keys::SiteKeys;
use platform::{AccountId, Actor, Error, JobId, Result, SiteId};
use vault::{Place, Sealed, SiteKey};

use super::super::findings::Findings;
use super::super::text::squeeze;
use super::super::{ColumnMapping, Counts, Field, ImportId};

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum UploadState {
    Uploaded,
    Checked,
    Taken,
}

impl UploadState {
    fn code(self) -> &'static str {
        match self {
            UploadState::Uploaded => "uploaded",
            UploadState::Checked => "checked",
            UploadState::Taken => "taken",
        }
    }

    pub(in super::super) fn label_key(self) -> &'static str {
        match self {
            UploadState::Uploaded => "import-state-uploaded",
            UploadState::Checked => "import-state-checked",
            UploadState::Taken => "import-state-taken",
        }
    }
}

impl db::FromColumn for UploadState {
    type Raw = String;
    fn from_raw(raw: String) -> std::result::Result<Self, String> {
        [
            UploadState::Uploaded,
            UploadState::Checked,
            UploadState::Taken,
        ]
        .into_iter()
        .find(|state| state.code() == raw)
        .ok_or_else(|| "not a state of an import".to_owned())
    }
}

/// An import without its file.
#[derive(Clone, Debug)]
pub(in super::super) struct Upload {
    pub(in super::super) id: ImportId,
    pub(in super::super) file_name: String,
    /// The sheet asked for.
    pub(in super::super) sheet: Option<String>,
    pub(in super::super) state: UploadState,
    pub(in super::super) counts: Counts,
    pub(in super::super) job: Option<JobId>,
    pub(in super::super) created_at: Timestamp,
}

/// A file to keep until it is taken over or discarded.
pub(in super::super) struct NewUpload<'a> {
    pub(in super::super) id: ImportId,
    pub(in super::super) file_name: &'a str,
    pub(in super::super) file: &'a [u8],
    pub(in super::super) sheet: Option<&'a str>,
    pub(in super::super) findings: &'a Findings,
    pub(in super::super) owner: AccountId,
}

fn place(site: SiteId, id: ImportId, column: &'static str) -> Place {
    Place {
        site: site.0,
        table: "imports",
        column,
        record: id.0,
    }
}

pub(in super::super) async fn insert(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    upload: &NewUpload<'_>,
    now: Timestamp,
) -> Result<()> {
    let id = upload.id;
    let name = keys
        .key
        .seal(&place(site, id, "file_name"), upload.file_name);
    let file = keys.key.seal_bytes(&place(site, id, "file"), upload.file);
    let row = values![
        site,
        id,
        name.into_bytes(),
        file.into_bytes(),
        upload.sheet.unwrap_or_default(),
        UploadState::Uploaded.code(),
        serde_json::to_string(&Counts::default())?,
        sealed_findings(keys, site, id, upload.findings)?,
        upload.owner,
        now
    ];
    tx.run(
        "insert into imports (site_id, id, file_name, file, sheet, state, counts, findings,
         created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row,
    )
    .await?;
    Ok(())
}

fn sealed_findings(
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
    findings: &Findings,
) -> Result<Value> {
    let text = serde_json::to_string(findings)?;
    let sealed = keys.key.seal(&place(site, id, "findings"), &text);
    Ok(sealed.into_bytes().into())
}

const COLUMNS: &str =
    "select id, file_name, sheet, state, counts, job_id, created_at from imports where site_id = ";

/// An import of this actor; those of colleagues are not there.
pub(in super::super) async fn of_owner(
    tx: &mut Tx,
    keys: &SiteKeys,
    actor: &Actor,
    id: ImportId,
) -> Result<Upload> {
    let site = actor.own_site()?;
    let query = Query::new(COLUMNS)
        .bind(site)
        .push(" and id = ")
        .bind(id)
        .push(" and created_by = ")
        .bind(actor.account);
    let rows = tx.query(&query).await?;
    upload(rows.first().ok_or(Error::NotFound)?, keys, site)
}

/// The newest imports of this actor.
pub(in super::super) async fn newest(
    tx: &mut Tx,
    keys: &SiteKeys,
    actor: &Actor,
) -> Result<Vec<Upload>> {
    let site = actor.own_site()?;
    let query = Query::new(COLUMNS)
        .bind(site)
        .push(" and created_by = ")
        .bind(actor.account)
        .push(" order by created_at desc, id desc limit 50");
    let rows = tx.query(&query).await?;
    rows.iter().map(|row| upload(row, keys, site)).collect()
}

/// An import for the work of a job, which was asked for by its owner.
pub(in super::super) async fn found(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
) -> Result<Upload> {
    let query = Query::new(COLUMNS).bind(site).push(" and id = ").bind(id);
    let rows = tx.query(&query).await?;
    upload(rows.first().ok_or(Error::NotFound)?, keys, site)
}

fn upload(row: &Row, keys: &SiteKeys, site: SiteId) -> Result<Upload> {
    let id: ImportId = row.get("id")?;
    let name = Sealed::from_stored(row.get("file_name")?);
    let name = keys.key.open(&place(site, id, "file_name"), &name)?;
    let sheet: String = row.get("sheet")?;
    Ok(Upload {
        id,
        file_name: name.expose().to_owned(),
        sheet: Some(sheet).filter(|sheet| !sheet.is_empty()),
        state: row.get("state")?,
        counts: serde_json::from_str(&row.get::<String>("counts")?)?,
        job: row.get("job_id")?,
        created_at: row.get("created_at")?,
    })
}

pub(in super::super) async fn file(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
) -> Result<Vec<u8>> {
    let sql = "select file from imports where site_id = $1 and id = $2";
    let row = tx.maybe(sql, values![site, id]).await?;
    let sealed: Option<Vec<u8>> = row.ok_or(Error::NotFound)?.get("file")?;
    let sealed = Sealed::from_stored(sealed.ok_or(Error::NotFound)?);
    let clear = keys.key.open_bytes(&place(site, id, "file"), &sealed)?;
    Ok(clear.expose().to_vec())
}

pub(in super::super) async fn findings(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
) -> Result<Findings> {
    let sql = "select findings from imports where site_id = $1 and id = $2";
    let row = tx.maybe(sql, values![site, id]).await?;
    let sealed: Option<Vec<u8>> = row.ok_or(Error::NotFound)?.get("findings")?;
    let Some(sealed) = sealed.map(Sealed::from_stored) else {
        return Ok(Findings::default());
    };
    let clear = keys.key.open(&place(site, id, "findings"), &sealed)?;
    Ok(serde_json::from_str(clear.expose())?)
}

/// Hands the import to a job; says whether no other one got it since it was read.
pub(in super::super) async fn begin(
    tx: &mut Tx,
    site: SiteId,
    upload: &Upload,
    job: JobId,
) -> DbResult<bool> {
    let mut query = Query::new("update imports set job_id = ")
        .bind(job)
        .push(" where site_id = ")
        .bind(site)
        .push(" and id = ")
        .bind(upload.id);
    query = match upload.job {
        Some(before) => query.push(" and job_id = ").bind(before),
        None => query.push(" and job_id is null"),
    };
    Ok(tx.run_query(&query).await? == 1)
}

/// Keeps what the dry run found.
pub(in super::super) async fn checked(
    tx: &mut Tx,
    keys: &SiteKeys,
    site: SiteId,
    id: ImportId,
    findings: &Findings,
    counts: &Counts,
) -> Result<()> {
    let findings = sealed_findings(keys, site, id, findings)?;
    let (state, counts) = (UploadState::Checked.code(), serde_json::to_string(counts)?);
    tx.run(
        "update imports set state = $3, counts = $4, findings = $5 where site_id = $1 and id = $2",
        vec![
            site.into(),
            id.into(),
            state.into(),
            counts.into(),
            findings,
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the list was taken over, and deletes file and findings.
pub(in super::super) async fn taken(
    tx: &mut Tx,
    site: SiteId,
    id: ImportId,
    counts: &Counts,
) -> Result<()> {
    let counts = serde_json::to_string(counts)?;
    tx.run(
        "update imports set state = $3, counts = $4, file = null, findings = null
         where site_id = $1 and id = $2",
        values![site, id, UploadState::Taken.code(), counts],
    )
    .await?;
    Ok(())
}

pub(in super::super) async fn discard(tx: &mut Tx, site: SiteId, id: ImportId) -> DbResult<()> {
    let sql = "delete from imports where site_id = $1 and id = $2";
    tx.run(sql, values![site, id]).await?;
    Ok(())
}

/// What the site said of headings before.
pub(in super::super) async fn mapping(tx: &mut Tx, site: SiteId) -> DbResult<ColumnMapping> {
    let sql = "select header, field from import_mappings where site_id = $1";
    let rows = tx.all(sql, values![site]).await?;
    let columns = rows.iter().map(|row| {
        let field: String = row.get("field")?;
        Ok((row.get("header")?, Field::from_key(&field)))
    });
    Ok(ColumnMapping::new(columns.collect::<DbResult<Vec<_>>>()?))
}

/// Remembers what a heading of the site means; no field leaves the column out.
pub(in super::super) async fn remember(
    tx: &mut Tx,
    site: SiteId,
    heading: &str,
    field: Option<Field>,
) -> DbResult<()> {
    tx.run(
        "insert into import_mappings (site_id, header, field) values ($1, $2, $3)
         on conflict (site_id, header) do update set field = excluded.field",
        values![site, squeeze(heading), field.map_or("ignore", Field::key)],
    )
    .await?;
    Ok(())
}

/// Seals what is kept of uploads with a new site key; says how many there are.
pub async fn reseal(tx: &mut Tx, old: &SiteKey, new: &SiteKey, site: SiteId) -> Result<u64> {
    let sql = "select id from imports where site_id = $1 order by id";
    let rows = tx.all(sql, values![site]).await?;
    for row in &rows {
        reseal_one(tx, old, new, site, row.get("id")?).await?;
    }
    Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
}

async fn reseal_one(
    tx: &mut Tx,
    old: &SiteKey,
    new: &SiteKey,
    site: SiteId,
    id: ImportId,
) -> Result<()> {
    let sql = "select file_name, file, findings from imports where site_id = $1 and id = $2";
    let row = tx.one(sql, values![site, id]).await?;
    let mut values = values![site, id];
    for column in ["file_name", "file", "findings"] {
        let sealed: Option<Vec<u8>> = row.get(column)?;
        let sealed = match sealed.map(Sealed::from_stored) {
            Some(sealed) => Some(old.reseal(&place(site, id, column), &sealed, new)?),
            None => None,
        };
        values.push(sealed.map(Sealed::into_bytes).into());
    }
    let sql = "update imports set file_name = $3, file = $4, findings = $5
               where site_id = $1 and id = $2";
    tx.run(sql, values).await?;
    Ok(())
}
