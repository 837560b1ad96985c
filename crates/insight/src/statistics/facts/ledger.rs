//! Facts kept between questions. The trail of a site names the case that each act concerned, in the
//! transaction of the act: what was not acted on since the facts were read stands as it did.

use std::collections::BTreeMap;
use std::sync::Arc;

use db::{Db, Result, Tx};
use futures_util::future::try_join_all;
use platform::SiteId;
use platform::audit::{self, Done, Head};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::{Facts, SiteFacts, read};
use crate::statistics::{Scope, store};

/// The facts of sites as of a line of their trails.
#[derive(Clone, Default)]
pub(crate) struct Ledger(Arc<Mutex<BTreeMap<SiteId, Kept>>>);

#[derive(Clone)]
struct Kept {
    head: Head,
    facts: Arc<SiteFacts>,
}

/// So many read at once what is not known yet; one file is read on one core.
const READERS: usize = 2;
/// After so many acts a site is read anew as a whole.
const MOST_ACTS: i64 = 1_000;
/// What acts on these changes nothing that is counted.
const UNCOUNTED: [&str; 9] = [
    "account", "audit", "job", "notice", "report", "session", "site", "table", "view",
];

impl Ledger {
    /// The facts as they stand; of each site at some instant since this was called.
    pub(crate) async fn facts(&self, db: &Db, scope: Scope) -> Result<Facts> {
        let mut ledger = self.0.lock().await;
        let mut tx = db.read().await?;
        let places = store::places(&mut tx, scope).await?;
        let heads = heads(&mut tx, scope).await?;
        drop(tx);
        let mut sites = Vec::with_capacity(places.len());
        let mut behind = Vec::new();
        for place in &places {
            let (kept, head) = (ledger.get(&place.id), heads.get(&place.id));
            match kept {
                Some(kept) if Some(&kept.head) == head => {
                    sites.push((place.id, kept.facts.clone()));
                }
                _ => behind.push((place.id, kept)),
            }
        }
        let parts = behind.chunks(behind.len().div_ceil(READERS).max(1));
        let renewed = try_join_all(parts.map(|part| renewed(db, part))).await?;
        for (site, facts) in renewed.into_iter().flatten() {
            if let Some(head) = heads.get(&site).cloned() {
                let facts = facts.clone();
                ledger.insert(site, Kept { head, facts });
            }
            sites.push((site, facts));
        }
        drop(ledger);
        let facts: BTreeMap<SiteId, Arc<SiteFacts>> = sites.into_iter().collect();
        let sites = places.into_iter().filter_map(|place| {
            let facts = facts.get(&place.id)?.clone();
            Some((place, facts))
        });
        Ok(Facts {
            scope,
            sites: sites.collect(),
        })
    }
}

/// Where the trails of the sites end now.
async fn heads(tx: &mut Tx, scope: Scope) -> Result<BTreeMap<SiteId, Head>> {
    let heads = match scope {
        Scope::All => audit::heads(tx).await?,
        Scope::Site(site) => audit::head(tx, site).await?.into_iter().collect(),
    };
    Ok(heads.into_iter().map(|head| (head.site, head)).collect())
}

/// Sites with what is known of them from before.
async fn renewed(
    db: &Db,
    sites: &[(SiteId, Option<&Kept>)],
) -> Result<Vec<(SiteId, Arc<SiteFacts>)>> {
    let mut tx = db.read().await?;
    let mut renewed = Vec::with_capacity(sites.len());
    for (site, kept) in sites {
        let changed = match kept {
            Some(kept) => changed_since(&mut tx, &kept.head).await?,
            None => None,
        };
        let facts = match (kept, changed) {
            (Some(kept), Some(changed)) => {
                read::renewed(&mut tx, *site, &kept.facts, &changed).await?
            }
            _ => read::site(&mut tx, *site).await?,
        };
        renewed.push((*site, Arc::new(facts)));
    }
    Ok(renewed)
}

/// The cases that were acted on; none if only the whole site will do.
async fn changed_since(tx: &mut Tx, head: &Head) -> Result<Option<Vec<Uuid>>> {
    let acts = audit::since(tx, head, MOST_ACTS).await?;
    Ok(acts.as_deref().and_then(cases_of))
}

fn cases_of(acts: &[Done]) -> Option<Vec<Uuid>> {
    let mut cases = Vec::new();
    for act in acts {
        match act.subject.as_str() {
            "case" => cases.extend(act.subject_id),
            subject if UNCOUNTED.contains(&subject) => {}
            _ => return None,
        }
    }
    cases.sort_unstable();
    cases.dedup();
    Some(cases)
}
