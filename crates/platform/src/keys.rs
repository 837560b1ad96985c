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
    opened: Mutex<Opened>,
}

/// What was read over so many connections: while there was none, the keys may have been replaced.
#[derive(Default)]
struct Opened {
    connections: u64,
    keys: HashMap<SiteId, Arc<SiteKeys>>,
}

impl Opened {
    /// Forgets what was read before the last reconnect.
    fn refresh(&mut self, connections: u64) {
        if self.connections < connections {
            self.connections = connections;
            self.keys.clear();
        }
    }
}

/// Name of the setting that holds the check value.
pub const CHECK: &str = "master_key_check";

impl Keys {
    /// Takes the master key and compares it with the check value of this database, so that a wrong
    /// key is one message at start.
    pub async fn open(tx: &mut Tx, master: MasterKey) -> anyhow::Result<Keys> {
        if let Some(needed) = Keys::needed(tx).await? {
            Keys::compare(&master, &needed)?;
        } else {
            let sql = "insert into settings (name, value) values ($1, $2)";
            tx.run(sql, values![CHECK, master.fingerprint().to_string()])
                .await?;
        }
        Ok(Keys {
            master,
            opened: Mutex::default(),
        })
    }

    /// Refuses a master key that has another check value than the needed one.
    pub fn compare(master: &MasterKey, needed: &str) -> anyhow::Result<()> {
        let given = master.fingerprint().to_string();
        if given != needed {
            anyhow::bail!(
                "the master key does not belong to this database; give the key file or passphrase it was sealed with (given: {given}, needed: {needed})"
            );
        }
        Ok(())
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
        let connections = db::connections();
        if let Some(keys) = self.cached(site, connections) {
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
        let mut opened = self.lock();
        if opened.connections == connections {
            opened.keys.insert(site, keys.clone());
        }
        drop(opened);
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
        self.lock().keys.remove(&site);
        Ok((old, new))
    }

    fn cached(&self, site: SiteId, connections: u64) -> Option<Arc<SiteKeys>> {
        let mut opened = self.lock();
        opened.refresh(connections);
        opened.keys.get(&site).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Opened> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
