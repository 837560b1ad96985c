//! What can go wrong with a database.

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
    /// The database cannot be reached, is full, or is in use by another process.
    #[error("{0}")]
    Unavailable(String),
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
        _ if message.contains("disk is full") || message.contains("disk I/O") => {
            DbError::Unavailable(format!("the disk does not take the change: {message}"))
        }
        _ if message.contains("database is locked") => {
            DbError::Unavailable("the database is in use".to_owned())
        }
        _ if message.contains("terminating connection") => {
            DbError::Unavailable("the database was stopped".to_owned())
        }
        _ => DbError::Other(message.to_owned()),
    }
}
