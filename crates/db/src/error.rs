//! What can go wrong with a database.

use sqlx::postgres::PgDatabaseError;

/// A refusal or failure of the database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A unique constraint refused the row. `name` is the constraint (PostgreSQL) or the columns
    /// (SQLite) as the engine names them.
    #[error("a row with these keys is there already ({name})")]
    Unique {
        /// Constraint or columns.
        name: String,
    },
    /// A foreign key or check refused the row.
    #[error("the row does not fit the others ({name})")]
    Constraint {
        /// Constraint, as far as the engine names it.
        name: String,
    },
    /// The query promised a row and found none.
    #[error("no row")]
    NoRow,
    /// A column holds something that cannot be read.
    #[error("column {column}: {problem}")]
    Column {
        /// Column name.
        column: String,
        /// What is wrong.
        problem: String,
    },
    /// The database cannot be reached, or is in use by another process.
    #[error("{0}")]
    Unavailable(String),
    /// The disk takes no more: nothing of the transaction was stored.
    #[error(
        "the disk of the database is full or takes no changes ({0}); make room there, then try again"
    )]
    Full(String),
    /// A migration that was applied before reads differently now, or is unknown to this binary.
    #[error("{0}")]
    Migration(String),
    /// Anything else.
    #[error("database: {0}")]
    Other(String),
}

impl DbError {
    /// Whether a unique constraint of this table that ends in this column refused the row.
    pub fn is_unique(&self, table: &str, column: &str) -> bool {
        let DbError::Unique { name } = self else {
            return false;
        };
        let sqlite = format!("{table}.{column}");
        let postgres = format!("_{column}_key");
        name.split(", ").any(|part| part == sqlite)
            || (name.starts_with(table) && name.ends_with(&postgres))
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => DbError::NoRow,
            sqlx::Error::Database(refusal) => refused(refusal.as_ref()),
            sqlx::Error::Io(io) => DbError::Unavailable(format!("the database is gone: {io}")),
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                DbError::Unavailable("the database does not answer".to_owned())
            }
            sqlx::Error::ColumnNotFound(column) => DbError::Column {
                column,
                problem: "no such column in the answer".to_owned(),
            },
            other => DbError::Other(other.to_string()),
        }
    }
}

fn refused(refusal: &dyn sqlx::error::DatabaseError) -> DbError {
    use sqlx::error::ErrorKind;
    let message = refusal.message();
    let name = refusal.constraint().map_or_else(
        || {
            message
                .rsplit_once(": ")
                .map_or(message, |(_, columns)| columns)
                .to_owned()
        },
        ToOwned::to_owned,
    );
    match refusal.kind() {
        ErrorKind::UniqueViolation => DbError::Unique { name },
        ErrorKind::ForeignKeyViolation
        | ErrorKind::NotNullViolation
        | ErrorKind::CheckViolation => DbError::Constraint { name },
        _ => weather(refusal).unwrap_or_else(|| DbError::Other(message.to_owned())),
    }
}

/// Failures that lie outside the statement, told by the engine's codes, for its messages are in
/// the language of the server.
fn weather(refusal: &dyn sqlx::error::DatabaseError) -> Option<DbError> {
    let code = refusal.code()?;
    let message = refusal.message();
    let away = |what: &str| Some(DbError::Unavailable(format!("{what}: {message}")));
    if refusal.try_downcast_ref::<PgDatabaseError>().is_some() {
        return match &*code {
            "53100" => Some(DbError::Full(message.to_owned())),
            "53300" => away("the database takes no more connections"),
            "57P01" | "57P02" | "57P03" | "57P05" => away("the database is not running"),
            "25006" => away("the database takes no changes"),
            other if other.starts_with("08") => away("the database is gone"),
            _ => None,
        };
    }
    let primary = code.parse::<i32>().ok()? & 0xff;
    match primary {
        5 | 6 => away("the database is in use"),
        8 => away("the database file may not be written"),
        10 | 13 => Some(DbError::Full(message.to_owned())),
        11 | 26 => away("the database file is damaged, bring back a backup"),
        _ => None,
    }
}
