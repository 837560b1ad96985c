use db::{Result, Tx, values};

use super::Threshold;

/// The threshold in force.
pub async fn threshold(tx: &mut Tx) -> Result<Threshold> {
    let sql = "select value from settings where name = 'threshold'";
    let row = tx.maybe(sql, values![]).await?;
    let stored = row.map(|row| row.get::<String>("value")).transpose()?;
    Ok(stored
        .and_then(|text| Threshold::parse(&text))
        .unwrap_or(Threshold::USUAL))
}

pub async fn save_threshold(tx: &mut Tx, threshold: Threshold) -> Result<()> {
    tx.run(
        "insert into settings (name, value) values ('threshold', $1)
         on conflict (name) do update set value = excluded.value",
        values![threshold.get().to_string()],
    )
    .await?;
    Ok(())
}
