//! Whether the chains hold.

use db::{Result, Row, Tx, values};

use super::{head, heads, line};
use crate::SiteId;
use crate::audit::{Break, Head, digest};

/// Walks every chain and names what does not hold.
pub async fn verify(tx: &mut Tx) -> Result<(u64, Vec<Break>)> {
    let mut lines = 0;
    let mut breaks = Vec::new();
    for head in heads(tx).await? {
        lines += verify_chain(tx, &head, &mut breaks).await?;
    }
    for row in tx
        .all(
            "select distinct site_id from audit
             where site_id not in (select site_id from audit_heads)",
            values![],
        )
        .await?
    {
        breaks.push(Break::Headless {
            site: row.get("site_id")?,
        });
    }
    Ok((lines, breaks))
}

/// Whether the chain still runs through heads that were noted before: finds what was cut off or
/// rewritten together with the head.
pub async fn compare(tx: &mut Tx, noted: &[Head]) -> Result<Vec<Break>> {
    let mut breaks = Vec::new();
    for head in noted {
        let (site, seq) = (head.site, head.seq);
        let sql = "select hash from audit where site_id = $1 and seq = $2";
        let line = tx.maybe(sql, values![site, seq]).await?;
        match line.map(|row| row.get::<Vec<u8>>("hash")).transpose()? {
            Some(hash) if hash == head.hash => {}
            Some(_) => breaks.push(Break::Rewritten { site, seq }),
            None => breaks.push(Break::CutOff {
                site,
                last: last(tx, site).await?,
                head: seq,
            }),
        }
    }
    Ok(breaks)
}

async fn last(tx: &mut Tx, site: SiteId) -> Result<i64> {
    let sql = "select seq from audit where site_id = $1 order by seq desc limit 1";
    let row = tx.maybe(sql, values![site]).await?;
    row.map_or(Ok(0), |row| row.get("seq"))
}

/// Walks the chain of one site: how many lines it has, and what does not hold.
pub async fn verify_site(tx: &mut Tx, site: SiteId) -> Result<(u64, Vec<Break>)> {
    let none = || Head {
        site,
        seq: 0,
        hash: Vec::new(),
    };
    let head = head(tx, site).await?.unwrap_or_else(none);
    let mut breaks = Vec::new();
    let lines = verify_chain(tx, &head, &mut breaks).await?;
    Ok((lines, breaks))
}

async fn verify_chain(tx: &mut Tx, head: &Head, breaks: &mut Vec<Break>) -> Result<u64> {
    let site = head.site;
    let (mut last, mut before, mut lines) = (0, Vec::new(), 0);
    loop {
        let rows = page_after(tx, site, last).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let line = line(row)?;
            if line.seq != last + 1 {
                breaks.push(Break::Missing {
                    site,
                    from: last + 1,
                    to: line.seq - 1,
                });
            } else if digest(&before, &line) != row.get::<Vec<u8>>("hash")? {
                breaks.push(Break::Altered {
                    site,
                    seq: line.seq,
                });
            }
            before = row.get("hash")?;
            last = line.seq;
            lines += 1;
        }
    }
    if last < head.seq {
        breaks.push(Break::CutOff {
            site,
            last,
            head: head.seq,
        });
    } else if head.seq == 0 && last > 0 {
        breaks.push(Break::Headless { site });
    } else if last > head.seq || before != head.hash {
        // The last line was altered with its hash, or lines were added past the head.
        breaks.push(Break::Altered { site, seq: last });
    }
    Ok(lines)
}

async fn page_after(tx: &mut Tx, site: SiteId, last: i64) -> Result<Vec<Row>> {
    tx.all(
        "select site_id, seq, at, account_id, role, act, subject, subject_id, detail, hash
         from audit where site_id = $1 and seq > $2 order by seq limit 5000",
        values![site, last],
    )
    .await
}
