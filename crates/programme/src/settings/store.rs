use std::collections::HashMap;

use db::{Result, Tx, values};

use super::{Protection, Threshold, Zeros};

/// The protection in force.
pub async fn protection(tx: &mut Tx) -> Result<Protection> {
    let sql = "select name, value from settings where name in ('threshold', 'zeros')";
    let rows = tx.all(sql, values![]).await?;
    let pair = |row: &db::Row| Ok((row.get("name")?, row.get("value")?));
    let stored = rows.iter().map(pair);
    let stored: HashMap<String, String> = stored.collect::<Result<_>>()?;
    let told = |name| stored.get(name).map(String::as_str);
    Ok(Protection {
        threshold: told("threshold")
            .and_then(Threshold::parse)
            .unwrap_or(Threshold::USUAL),
        zeros: told("zeros").and_then(Zeros::parse).unwrap_or_default(),
    })
}

pub async fn save(tx: &mut Tx, protection: Protection) -> Result<()> {
    tx.run(
        "insert into settings (name, value) values ('threshold', $1), ('zeros', $2)
         on conflict (name) do update set value = excluded.value",
        values![
            protection.threshold.get().to_string(),
            protection.zeros.code()
        ],
    )
    .await?;
    Ok(())
}
