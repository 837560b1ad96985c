//! The keys of the sites, opened with the master key and kept in memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::{Tx, values};
use jiff::Timestamp;
use vault::{IndexKey, MasterKey, SiteKey, Wrapped};

use crate::{Error, Result, SiteId};

/// A site's keys.
pub struct SiteKeys {
    pub key: SiteKey,
    pub index: IndexKey,
}

/// Hands out the keys of sites; makes them when a site is first written to.
pub struct Keys {
    master: MasterKey,
    opened: Mutex<HashMap<SiteId, Arc<SiteKeys>>>,
}

const CHECK: &str = "master_key_check";

impl Keys {
    /// Takes the master key and compares it with the check value of this database, so that a wrong
    /// key is one message at start.
    pub async fn open(tx: &mut Tx, master: MasterKey) -> anyhow::Result<Keys> {
        let fingerprint = master.fingerprint().to_string();
        match Keys::needed(tx).await? {
            Some(needed) if needed == fingerprint => {}
            Some(needed) => anyhow::bail!(
                "the master key does not belong to this database; give the key file or passphrase it was sealed with (given: {fingerprint}, needed: {needed})"
            ),
            None => {
                tx.run(
                    "insert into settings (name, value) values ($1, $2)",
                    values![CHECK, fingerprint],
                )
                .await?;
            }
        }
        Ok(Keys {
            master,
            opened: Mutex::new(HashMap::new()),
        })
    }

    /// The check value of the master key this database was made with; none while it is new.
    pub async fn needed(tx: &mut Tx) -> Result<Option<String>> {
        let found = tx
            .maybe("select value from settings where name = $1", values![CHECK])
            .await?;
        Ok(found.map(|row| row.get("value")).transpose()?)
    }

    /// The keys of a site. A transaction that only reads gets them if they were made before.
    pub async fn site(&self, tx: &mut Tx, site: SiteId) -> Result<Arc<SiteKeys>> {
        if let Some(keys) = self.cached(site) {
            return Ok(keys);
        }
        let row = tx
            .maybe(
                "select wrapped, index_wrapped from site_keys where site_id = $1",
                values![site],
            )
            .await?;
        let Some(row) = row else {
            return Err(Error::NotFound);
        };
        let wrapped = Wrapped::from_stored(row.get("wrapped")?);
        let key = self.master.unwrap(&wrapped, site.0)?;
        let index = key.unwrap(&Wrapped::from_stored(row.get("index_wrapped")?), site.0)?;
        let keys = Arc::new(SiteKeys { key, index });
        self.lock().insert(site, keys.clone());
        Ok(keys)
    }

    /// Makes the keys of a new site; an existing site keeps its own.
    pub async fn ensure_site(&self, tx: &mut Tx, site: SiteId, now: Timestamp) -> Result<()> {
        let key = SiteKey::generate();
        let index = IndexKey::generate();
        tx.run(
            "insert into site_keys (site_id, wrapped, index_wrapped, rotated_at)
             values ($1, $2, $3, $4) on conflict (site_id) do nothing",
            values![
                site,
                self.master.wrap(&key, site.0).as_bytes(),
                key.wrap(&index, site.0).as_bytes(),
                now
            ],
        )
        .await?;
        Ok(())
    }

    /// Wraps every site key with a new master key.
    pub async fn rotate_master(&self, tx: &mut Tx, new: &MasterKey) -> Result<u64> {
        let rows = tx
            .all("select site_id, wrapped from site_keys", values![])
            .await?;
        let mut rotated = 0;
        for row in rows {
            let site: SiteId = row.get("site_id")?;
            let old = Wrapped::from_stored(row.get("wrapped")?);
            let wrapped = self.master.rewrap(&old, site.0, new)?;
            let update = "update site_keys set wrapped = $2 where site_id = $1";
            rotated += tx.run(update, values![site, wrapped.as_bytes()]).await?;
        }
        let update = "update settings set value = $2 where name = $1";
        tx.run(update, values![CHECK, new.fingerprint().to_string()])
            .await?;
        Ok(rotated)
    }

    /// Puts a new site key in place of the old one and hands both out, so that the owner of the
    /// person keys can wrap those anew in the same transaction.
    pub async fn rotate_site(
        &self,
        tx: &mut Tx,
        site: SiteId,
        now: Timestamp,
    ) -> Result<(Arc<SiteKeys>, SiteKey)> {
        let old = self.site(tx, site).await?;
        let new = SiteKey::generate();
        tx.run(
            "update site_keys set wrapped = $2, index_wrapped = $3, rotated_at = $4
             where site_id = $1",
            values![
                site,
                self.master.wrap(&new, site.0).as_bytes(),
                new.wrap(&old.index, site.0).as_bytes(),
                now
            ],
        )
        .await?;
        self.lock().remove(&site);
        Ok((old, new))
    }

    fn cached(&self, site: SiteId) -> Option<Arc<SiteKeys>> {
        self.lock().get(&site).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<SiteId, Arc<SiteKeys>>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
