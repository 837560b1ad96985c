use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{AccountId, SiteId};

/// What was done to what. Details are coded facts, never names or free text.
#[derive(Clone, Debug)]
pub struct Entry {
    pub act: &'static str,
    pub subject: &'static str,
    pub subject_id: Option<Uuid>,
    pub detail: serde_json::Value,
}

impl Entry {
    pub fn new(
        act: crate::Act,
        subject: &'static str,
        subject_id: impl Into<Option<Uuid>>,
    ) -> Self {
        Entry {
            act: act.name,
            subject,
            subject_id: subject_id.into(),
            detail: serde_json::Value::Null,
        }
    }

    #[must_use]
    pub fn with(mut self, detail: serde_json::Value) -> Self {
        self.detail = detail;
        self
    }
}

/// A line of the trail as it is stored.
#[derive(Clone, Debug)]
pub struct Line {
    pub site: SiteId,
    pub seq: i64,
    pub at: Timestamp,
    pub account: Option<AccountId>,
    pub role: String,
    pub act: String,
    pub subject: String,
    pub subject_id: Option<Uuid>,
    pub detail: String,
}

/// SHA-256 over the hash before and the fields of the line, each with its length before it.
pub fn digest(before: &[u8], line: &Line) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(before);
    field(line.site.0.as_bytes());
    field(&line.seq.to_be_bytes());
    field(&line.at.as_millisecond().to_be_bytes());
    field(
        line.account
            .map(|id| id.0.into_bytes())
            .as_ref()
            .map_or(&[], |b| &b[..]),
    );
    field(line.role.as_bytes());
    field(line.act.as_bytes());
    field(line.subject.as_bytes());
    field(
        line.subject_id
            .map(Uuid::into_bytes)
            .as_ref()
            .map_or(&[], |b| &b[..]),
    );
    field(line.detail.as_bytes());
    hash.finalize().to_vec()
}

/// Where a chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// This line does not follow from the one before: it was altered, or lines were exchanged.
    Altered { site: SiteId, seq: i64 },
    /// Lines are missing before this one.
    Missing { site: SiteId, from: i64, to: i64 },
    /// The chain ends earlier than its head, or a head noted before, says.
    CutOff { site: SiteId, last: i64, head: i64 },
    /// The chain holds in itself, but is not the one of which this head was noted.
    Rewritten { site: SiteId, seq: i64 },
    /// Lines without the head that says where they end.
    Headless { site: SiteId },
}

/// The end of a site's chain: kept outside, it proves later that nothing before was touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub site: SiteId,
    pub seq: i64,
    pub hash: Vec<u8>,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\t{}\t", self.site, self.seq)?;
        self.hash
            .iter()
            .try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for Head {
    type Err = String;

    fn from_str(line: &str) -> Result<Head, String> {
        let read = || {
            let mut parts = line.trim_end().split('\t');
            let (site, seq, hash) = (parts.next()?, parts.next()?, parts.next()?);
            let pairs = hash.as_bytes().chunks(2);
            let bytes = pairs.map(|pair| {
                let pair = std::str::from_utf8(pair).ok()?;
                u8::from_str_radix(pair, 16).ok()
            });
            Some(Head {
                site: SiteId(site.parse().ok()?),
                seq: seq.parse().ok()?,
                hash: bytes
                    .collect::<Option<_>>()
                    .filter(|hash: &Vec<u8>| hash.len() == 32)?,
            })
        };
        read().ok_or_else(|| "not a line that `teilhabe audit heads` wrote".to_owned())
    }
}

impl std::fmt::Display for Break {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Break::Altered { site, seq } => write!(f, "site {site}: line {seq} was altered"),
            Break::Missing { site, from, to } => removed(f, *site, *from, *to),
            Break::Rewritten { site, seq } => {
                write!(
                    f,
                    "site {site}: lines up to {seq} were rewritten since they were noted"
                )
            }
            Break::Headless { site } => write!(f, "site {site}: the head of the chain was removed"),
            Break::CutOff { site, last, head } => removed(f, *site, last + 1, *head),
        }
    }
}

fn removed(f: &mut std::fmt::Formatter<'_>, site: SiteId, from: i64, to: i64) -> std::fmt::Result {
    if from == to {
        return write!(f, "site {site}: line {from} was removed");
    }
    write!(f, "site {site}: lines {from} to {to} were removed")
}
