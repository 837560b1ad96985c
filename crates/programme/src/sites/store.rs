use db::{Result, Tx, values};
use jiff::civil::Date;

use super::Overview;
use crate::posts::Fte;

/// All sites with what is funded on this day.
pub(crate) async fn overview(tx: &mut Tx, day: Date) -> Result<Vec<Overview>> {
    let rows = tx
        .all(
            "select s.id, s.ags, s.name, s.kind, s.region, coalesce(v.n, 0) as providers,
                 coalesce(p.n, 0) as posts, coalesce(p.fte, 0) as fte
             from sites s
             left join (select site_id, count(*) as n from providers group by site_id) v
                 on v.site_id = s.id
             left join (select site_id, count(*) as n, cast(sum(fte_hundredths) as bigint) as fte
                 from posts where from_on <= $1 and (to_on is null or to_on > $1)
                 group by site_id) p on p.site_id = s.id
             where s.kind <> 'programme'",
            values![day],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Overview {
                id: row.get("id")?,
                ags: row.get("ags")?,
                name: row.get("name")?,
                kind: row.get("kind")?,
                region: row.get("region")?,
                providers: row.get("providers")?,
                posts: row.get("posts")?,
                fte: Fte::from_hundredths(row.get("fte")?),
            })
        })
        .collect()
}
