//! Many rows in few statements.

use db::{Query, Result, Tx, Value};

/// Bound values per statement. Both engines take many more, but SQLite looks through all before it
/// to find each one by its number.
const VALUES: usize = 400;

/// Inserts all rows; `head` ends with `values`. The rows are as wide as each other.
pub(crate) async fn insert_all(
    tx: &mut Tx,
    head: &'static str,
    rows: Vec<Vec<Value>>,
) -> Result<()> {
    let Some(width) = rows.first().map(Vec::len) else {
        return Ok(());
    };
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let mut query = Query::new(head);
        let mut before = " (";
        for row in rows.by_ref().take((VALUES / width).max(1)) {
            for value in row {
                query = query.push(before).bind(value);
                before = ", ";
            }
            query = query.push(")");
            before = ", (";
        }
        tx.run_query(&query).await?;
    }
    Ok(())
}
