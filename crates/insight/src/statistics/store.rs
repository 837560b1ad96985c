use db::{Query, Result, Row, Tx};
use platform::SiteId;
use platform::ui::alphabetical;
use uuid::Uuid;

use super::Scope;

mod certificates;

pub(crate) use certificates::is_kept;
pub use certificates::keep;

/// A place and the region it lies in.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub id: SiteId,
    pub ags: String,
    pub name: String,
    pub region: Option<String>,
}

/// The sites that are looked at, by key.
pub(crate) async fn places(tx: &mut Tx, scope: Scope) -> Result<Vec<Place>> {
    let mut query = Query::new("select id, ags, name, region from sites where kind <> 'programme'");
    if let Scope::Site(site) = scope {
        query = query.push(" and id = ").bind(site);
    }
    let rows = tx.query(&query.push(" order by ags")).await?;
    let place = |row: &Row| {
        Ok(Place {
            id: row.get("id")?,
            ags: row.get("ags")?,
            name: row.get("name")?,
            region: row.get("region")?,
        })
    };
    rows.iter().map(place).collect()
}

/// The providers that are looked at: id and name, with the site's where there are several.
pub(crate) async fn providers(tx: &mut Tx, scope: Scope) -> Result<Vec<(String, String)>> {
    let mut query = Query::new(
        "select p.id, p.name, s.name as site from providers p
         join sites s on s.id = p.site_id",
    );
    if let Scope::Site(site) = scope {
        query = query.push(" where p.site_id = ").bind(site);
    }
    let rows = tx.query(&query.push(" order by s.ags, p.id")).await?;
    let provider = |row: &Row| {
        let (id, name): (Uuid, String) = (row.get("id")?, row.get("name")?);
        let label = match scope {
            Scope::Site(_) => name,
            Scope::All => format!("{name} ({})", row.get::<String>("site")?),
        };
        Ok((id.to_string(), label))
    };
    let mut all: Vec<(String, String)> = rows.iter().map(provider).collect::<Result<_>>()?;
    all.sort_by_cached_key(|(_, label)| alphabetical(label));
    Ok(all)
}
