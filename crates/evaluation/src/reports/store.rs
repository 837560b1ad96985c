use db::{Query, Result, Row, Tx, values};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Actor, JobId, SiteId};

use super::{Posts, Report, ReportId};

/// The first entry of the whole programme: all its reports begin with the same quarter. A day that
/// cannot be one of the programme is a slip and moves no report.
pub(super) async fn first_entry(tx: &mut Tx) -> Result<Option<Date>> {
    let row = tx
        .one(
            "select min(entered_on) as day from cases where entered_on >= $1",
            values![casework::FIRST_DAY],
        )
        .await?;
    row.get("day")
}

/// Whether all people of this database are invented.
pub(super) async fn is_synthetic(tx: &mut Tx) -> Result<bool> {
    let sql = "select value from settings where name = 'demo_complete'";
    Ok(tx.maybe(sql, values![]).await?.is_some())
}

/// The posts that run on a day, by site and provider.
pub(super) async fn posts(tx: &mut Tx, site: Option<SiteId>, on: Date) -> Result<Vec<Posts>> {
    let mut query = Query::new(
        "select s.ags, s.name as site, p.name as provider, count(*) as posts,
         cast(sum(t.fte_hundredths) as bigint) as fte,
         cast(sum(case when t.function = 'case_management' then t.fte_hundredths else 0 end)
             as bigint) as case_management
         from posts t join sites s on s.id = t.site_id
         left join providers p on p.site_id = t.site_id and p.id = t.provider_id
         where t.from_on <= ",
    )
    .bind(on)
    .push(" and (t.to_on is null or t.to_on > ")
    .bind(on)
    .push(")");
    if let Some(site) = site {
        query = query.push(" and t.site_id = ").bind(site);
    }
    let rows = tx
        .query(&query.push(" group by s.ags, s.name, p.name"))
        .await?;
    let mut posts: Vec<Posts> = rows.iter().map(some_posts).collect::<Result<_>>()?;
    // Not in the database: engines disagree on where null and umlauts belong.
    posts.sort_by(|a, b| (&a.ags, &a.provider).cmp(&(&b.ags, &b.provider)));
    Ok(posts)
}

fn some_posts(row: &Row) -> Result<Posts> {
    Ok(Posts {
        ags: row.get("ags")?,
        site: row.get("site")?,
        provider: row.get("provider")?,
        posts: row.get("posts")?,
        fte_hundredths: row.get("fte")?,
        case_management_hundredths: row.get("case_management")?,
    })
}

/// Begins a statement on the reports that this actor may see: all, or those of the own site.
fn visible(select: &'static str, actor: &Actor) -> Query {
    let query = Query::new(select).push(" from reports r join sites s on s.id = r.site_id");
    if actor.role.is_programme_wide() {
        query.push(" where 1 = 1")
    } else {
        query.push(" where r.site_id = ").bind(actor.audit_site())
    }
}

/// The years of which there are reports, newest first.
pub(super) async fn years(tx: &mut Tx, actor: &Actor) -> Result<Vec<i16>> {
    let query = visible("select distinct r.year", actor).push(" order by r.year desc");
    let rows = tx.query(&query).await?;
    let year = |row: &Row| Ok(i16::try_from(row.get::<i64>("year")?).unwrap_or_default());
    rows.iter().map(year).collect()
}

/// The reports of a year: the programme first, then the sites by key, newest first.
pub(super) async fn of_year(tx: &mut Tx, actor: &Actor, year: i16) -> Result<Vec<Report>> {
    let query = visible(COLUMNS, actor)
        .push(" and r.year = ")
        .bind(year)
        .push(" order by s.ags, r.created_at desc, r.id desc");
    tx.query(&query).await?.iter().map(report).collect()
}

const COLUMNS: &str =
    "select r.site_id, r.id, r.year, r.sha256, r.size, r.created_at, s.ags, s.name as place";

pub(super) async fn find(tx: &mut Tx, actor: &Actor, id: ReportId) -> Result<Option<Report>> {
    let query = visible(COLUMNS, actor).push(" and r.id = ").bind(id);
    tx.query(&query).await?.first().map(report).transpose()
}

pub(super) async fn pdf(tx: &mut Tx, report: &Report) -> Result<Vec<u8>> {
    let sql = "select pdf from reports where site_id = $1 and id = $2";
    tx.one(sql, values![report.site, report.id])
        .await?
        .get("pdf")
}

/// A report to be kept.
pub(super) struct Fresh<'a> {
    pub site: SiteId,
    pub year: i16,
    pub sha256: &'a str,
    pub pdf: &'a [u8],
    pub job: Option<JobId>,
    pub by: platform::AccountId,
}

/// Keeps a report unless the newest of its place and year is the same to the last byte.
pub(super) async fn keep(tx: &mut Tx, fresh: &Fresh<'_>, now: Timestamp) -> Result<bool> {
    let newest = tx
        .maybe(
            "select sha256 from reports where site_id = $1 and year = $2
             order by created_at desc, id desc limit 1",
            values![fresh.site, fresh.year],
        )
        .await?;
    if let Some(row) = newest
        && row.get::<String>("sha256")? == fresh.sha256
    {
        return Ok(false);
    }
    let scope = if fresh.site == SiteId::PROGRAMME {
        "programme"
    } else {
        "site"
    };
    tx.run(
        "insert into reports (site_id, id, year, scope, sha256, size, pdf, job_id, created_by,
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            fresh.site,
            ReportId::new(),
            fresh.year,
            scope,
            fresh.sha256,
            i64::try_from(fresh.pdf.len()).unwrap_or(i64::MAX),
            fresh.pdf,
            fresh.job,
            fresh.by,
            now
        ],
    )
    .await?;
    Ok(true)
}

fn report(row: &Row) -> Result<Report> {
    Ok(Report {
        site: row.get("site_id")?,
        id: row.get("id")?,
        year: i16::try_from(row.get::<i64>("year")?).unwrap_or_default(),
        ags: row.get("ags")?,
        place: row.get("place")?,
        sha256: row.get("sha256")?,
        size: row.get("size")?,
        created_at: row.get("created_at")?,
    })
}
