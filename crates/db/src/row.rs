//! Rows on their way out, typed column by column.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::{DbError, Result};

/// One row of an answer.
pub struct Row(pub(crate) Inner);

pub(crate) enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The column of this name as `T`.
    ///
    /// # Errors
    /// If there is no such column, or it does not hold a `T`.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T> {
        let raw = T::Raw::read(self, column)?;
        T::from_raw(raw).map_err(|problem| DbError::Column {
            column: column.to_owned(),
            problem,
        })
    }
}

/// What both engines can hand out directly.
pub trait RawColumn: Sized {
    /// Reads the column.
    ///
    /// # Errors
    /// If there is no such column, or it holds something else.
    fn read(row: &Row, column: &str) -> Result<Self>;
}

/// A type that can be read from a column; newtypes over the raw ones implement it in two lines.
pub trait FromColumn: Sized {
    /// What stands in the database.
    type Raw: RawColumn;
    /// Makes the value, or says why it cannot be.
    ///
    /// # Errors
    /// A sentence on what is wrong with the stored value.
    fn from_raw(raw: Self::Raw) -> std::result::Result<Self, String>;
}

macro_rules! raw {
    ($($kind:ty),+) => {$(
        impl RawColumn for $kind {
            fn read(row: &Row, column: &str) -> Result<Self> {
                match &row.0 {
                    Inner::Sqlite(row) => Ok(row.try_get(column)?),
                    Inner::Postgres(row) => Ok(row.try_get(column)?),
                }
            }
        }
        impl RawColumn for Option<$kind> {
            fn read(row: &Row, column: &str) -> Result<Self> {
                match &row.0 {
                    Inner::Sqlite(row) => Ok(row.try_get(column)?),
                    Inner::Postgres(row) => Ok(row.try_get(column)?),
                }
            }
        }
        impl FromColumn for $kind {
            type Raw = Self;
            fn from_raw(raw: Self) -> std::result::Result<Self, String> {
                Ok(raw)
            }
        }
    )+};
}
raw!(Uuid, String, i64, bool, Vec<u8>);

impl<T> FromColumn for Option<T>
where
    T: FromColumn,
    Option<T::Raw>: RawColumn,
{
    type Raw = Option<T::Raw>;
    fn from_raw(raw: Self::Raw) -> std::result::Result<Self, String> {
        raw.map(T::from_raw).transpose()
    }
}

impl FromColumn for Date {
    type Raw = String;
    fn from_raw(raw: String) -> std::result::Result<Self, String> {
        raw.parse().map_err(|_| "not a day".to_owned())
    }
}

impl FromColumn for Timestamp {
    type Raw = i64;
    fn from_raw(raw: i64) -> std::result::Result<Self, String> {
        Timestamp::from_millisecond(raw).map_err(|_| "not an instant".to_owned())
    }
}

macro_rules! narrow {
    ($($kind:ty),+) => {$(
        impl FromColumn for $kind {
            type Raw = i64;
            fn from_raw(raw: i64) -> std::result::Result<Self, String> {
                <$kind>::try_from(raw).map_err(|_| concat!("does not fit ", stringify!($kind)).to_owned())
            }
        }
    )+};
}
narrow!(i32, u32, i16, u8);
