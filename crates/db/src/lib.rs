//! One SQL text on two engines: SQLite and PostgreSQL.
//!
//! Statements are written once, lower-case, in the subset both engines share: `$1` placeholders,
//! `returning`, `on conflict`, common table expressions, window functions. No date functions, no
//! engine types: a uuid is a uuid, a day is ISO text, an instant is milliseconds since 1970.
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use db::{Db, Migration, values};
//! let db = Db::open("sqlite::memory:").await.unwrap();
//! db.migrate(&[Migration { name: "doc/1", sql: "create table notes (id bigint primary key, body text not null);" }]).await.unwrap();
//! let mut tx = db.write().await.unwrap();
//! tx.run("insert into notes (id, body) values ($1, $2)", values![1, "first"]).await.unwrap();
//! tx.commit().await.unwrap();
//! let mut tx = db.read().await.unwrap();
//! let row = tx.one("select body from notes where id = $1", values![1]).await.unwrap();
//! assert_eq!(row.get::<String>("body").unwrap(), "first");
//! # });
//! ```
#![warn(missing_docs)]

mod ddl;
mod distribute;
mod engine;
mod error;
mod lock;
mod migrate;
mod opened;
mod private;
mod query;
mod row;
mod transaction;
mod value;

pub use distribute::{ForeignKey, Layout};
pub use engine::{Db, Engine};
pub use error::DbError;
pub use lock::connections;
pub use migrate::Migration;
pub use private::private_file;
pub use query::Query;
pub use row::{FromColumn, RawColumn, Row};
pub use transaction::Tx;
pub use value::{Bind, Value};

/// What every call of this crate answers with.
pub type Result<T> = std::result::Result<T, DbError>;

#[cfg(test)]
mod tests;
