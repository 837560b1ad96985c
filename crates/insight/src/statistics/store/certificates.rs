//! The certificates of answers, kept inside the house.

use db::{Tx, values};
use jiff::Timestamp;
use platform::SiteId;
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::statistics::Answer;

/// Keeps the certificates of an answer, each once however often it is shown.
///
/// # Errors
/// If the database cannot store them.
pub async fn keep(
    tx: &mut Tx,
    site: SiteId,
    answer: &Answer,
    now: Timestamp,
) -> platform::Result<()> {
    for kept in certificates(answer)? {
        tx.run(
            "insert into certificates (site_id, id, question, rule, certificate, created_at)
             values ($1, $2, $3, $4, $5, $6) on conflict (site_id, id) do nothing",
            values![
                site,
                kept.id,
                kept.question,
                kept.rule,
                kept.certificate,
                now
            ],
        )
        .await?;
    }
    Ok(())
}

/// Whether all certificates of an answer are kept already.
pub(crate) async fn is_kept(tx: &mut Tx, site: SiteId, answer: &Answer) -> platform::Result<bool> {
    let sql = "select 1 as there from certificates where site_id = $1 and id = $2";
    for kept in certificates(answer)? {
        if tx.maybe(sql, values![site, kept.id]).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A certificate as it is kept; its id comes from what it says.
struct Kept {
    id: Uuid,
    question: String,
    rule: String,
    certificate: String,
}

fn certificates(answer: &Answer) -> platform::Result<Vec<Kept>> {
    let question = answer.question();
    let period = question.period();
    let by: Vec<&str> = question.by().iter().map(|d| d.name()).collect();
    let asked = json!({
        "measure": question.measure().id,
        "by": by,
        "from": period.from.to_string(),
        "to": period.last_day().to_string(),
        "data_date": answer.data_date().to_string(),
    })
    .to_string();
    let kept = |proof: &disclosure::Certificate| {
        let certificate = serde_json::to_string(proof)?;
        let rule = proof.rule().to_string();
        let hash = Sha256::digest(format!("{asked}\n{rule}\n{certificate}"));
        Ok(Kept {
            id: Uuid::from_slice(&hash[..16]).map_err(anyhow::Error::from)?,
            question: asked.clone(),
            rule,
            certificate,
        })
    };
    answer.proofs().iter().map(kept).collect()
}
