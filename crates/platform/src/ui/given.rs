//! Values as templates hand them over: sometimes behind references, counts in many widths.

use jiff::Timestamp;
use jiff::civil::Date;

/// Something that stands for a `T`. Template fields arrive as references of unforeseen depth.
pub trait Given<T> {
    fn given(&self) -> T;
}

impl<T, G: Given<T> + ?Sized> Given<T> for &G {
    fn given(&self) -> T {
        (**self).given()
    }
}

macro_rules! stands_for_itself {
    ($($kind:ty),*) => {$(
        impl Given<$kind> for $kind {
            fn given(&self) -> $kind {
                *self
            }
        }
    )*};
}

macro_rules! counts {
    ($($kind:ty),*) => {$(
        impl Given<i64> for $kind {
            fn given(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

stands_for_itself!(Date, Option<Date>, Timestamp, i64);
counts!(i32, u16, u32, u64, usize);
