//! Values on their way into a statement.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A bound value; the kind is kept for null as well, because PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A uuid, 16 bytes in SQLite.
    Uuid(Option<Uuid>),
    /// Text, also for days (`2026-11-22`).
    Text(Option<String>),
    /// A whole number, also for instants (milliseconds since 1970).
    Int(Option<i64>),
    /// True or false.
    Bool(Option<bool>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

/// Binds the values of a statement in order: `values![site, id, "text"]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// Types that can be bound when they may be absent; newtypes over the ones here implement it.
pub trait Bind: Sized {
    /// The value, or the null of its kind.
    fn bind(value: Option<Self>) -> Value;
}

impl<T: Bind> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        T::bind(value)
    }
}

macro_rules! from {
    ($variant:ident: $($kind:ty => $convert:expr),+ $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Value::$variant(Some(($convert)(value)))
            }
        }
        impl Bind for $kind {
            fn bind(value: Option<Self>) -> Value {
                Value::$variant(value.map($convert))
            }
        }
    )+};
}

from!(Uuid: Uuid => |v| v);
from!(Text:
    String => |v| v,
    &str => |v: &str| v.to_owned(),
    &String => |v: &String| v.clone(),
    Date => |v: Date| v.to_string(),
);
from!(Int:
    i64 => |v| v,
    i32 => i64::from,
    u32 => i64::from,
    i16 => i64::from,
    u8 => i64::from,
    Timestamp => |v: Timestamp| v.as_millisecond(),
);
from!(Bool: bool => |v| v);
from!(Bytes:
    Vec<u8> => |v| v,
    &[u8] => |v: &[u8]| v.to_vec(),
);
