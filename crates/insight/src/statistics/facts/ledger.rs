//! Facts kept between questions. The trail of a site names the case that each act concerned, in the
//! transaction of the act: what was not acted on since the facts were read stands as it did.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::{Db, Result, Tx};
use futures_util::future::try_join_all;
use platform::SiteId;
use platform::audit::{self, Done, Head};
use tokio::sync::Mutex as Turns;
use uuid::Uuid;

use super::{Facts, SiteFacts, read};
use crate::statistics::Scope;
use crate::statistics::store::{self, Place};

/// The facts of sites as of a line of their trails. Who needs a site that another is reading waits
/// for it, without a connection meanwhile.
#[derive(Clone, Default)]
pub(crate) struct Ledger(Arc<Mutex<BTreeMap<SiteId, Slot>>>);

type Slot = Arc<Turns<Option<Kept>>>;

struct Kept {
    head: Head,
    facts: Arc<SiteFacts>,
}

/// So many read for a question what is not known yet; one file is read on one core.
const READERS: usize = 2;
/// After so many acts a site is read anew as a whole.
const MOST_ACTS: i64 = 200;
/// What acts on these changes nothing that is counted.
const UNCOUNTED: [&str; 9] = [
    "account", "audit", "job", "notice", "report", "session", "site", "table", "view",
];

impl Ledger {
    /// The facts as they stand; of each site at some instant since this was called.
    pub(crate) async fn facts(&self, db: &Db, scope: Scope) -> Result<Facts> {
        let mut tx = db.read().await?;
        let places = store::places(&mut tx, scope).await?;
        let heads = heads(&mut tx, scope).await?;
        drop(tx);
        let parts = places.chunks(places.len().div_ceil(READERS).max(1));
        let parts = parts.map(async |part| {
            let mut sites = Vec::with_capacity(part.len());
            for place in part {
                let facts = self.of_site(db, place.id, heads.get(&place.id)).await?;
                sites.push((place.clone(), facts));
            }
            Ok::<Vec<(Place, Arc<SiteFacts>)>, db::DbError>(sites)
        });
        let sites = try_join_all(parts).await?.into_iter().flatten().collect();
        Ok(Facts { scope, sites })
    }

    /// Of a site whose trail ended so. Without one nothing tells what changes, and nothing is kept.
    async fn of_site(&self, db: &Db, site: SiteId, head: Option<&Head>) -> Result<Arc<SiteFacts>> {
        let slot = self.slot(site);
        let mut kept = slot.lock().await;
        if let Some(kept) = kept.as_ref().filter(|kept| Some(&kept.head) == head) {
            return Ok(kept.facts.clone());
        }
        let mut tx = db.read().await?;
        // Not the head that was asked for, which may be older than what is kept.
        let head = audit::head(&mut tx, site).await?;
        let facts = renewed(&mut tx, site, kept.as_ref()).await?;
        *kept = head.map(|head| Kept {
            head,
            facts: facts.clone(),
        });
        Ok(facts)
    }

    fn slot(&self, site: SiteId) -> Slot {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.entry(site).or_default().clone()
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

async fn renewed(tx: &mut Tx, site: SiteId, kept: Option<&Kept>) -> Result<Arc<SiteFacts>> {
    if let Some(kept) = kept
        && let Some(changed) = changed_since(tx, &kept.head).await?
    {
        return Ok(match changed.as_slice() {
            [] => kept.facts.clone(),
            changed => Arc::new(read::renewed(tx, site, &kept.facts, changed).await?),
        });
    }
    Ok(Arc::new(read::site(tx, site).await?))
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
            "case" => cases.push(act.subject_id?),
            subject if UNCOUNTED.contains(&subject) => {}
            _ => return None,
        }
    }
    cases.sort_unstable();
    cases.dedup();
    Some(cases)
}
