//! How long the next attempt has to wait.

/// Seconds to wait after this many failures in a row: five are free, then the time doubles from
/// half a minute up to a quarter of an hour.
pub fn wait_after(failures: u32) -> i64 {
    match failures {
        0..5 => 0,
        more => (30_i64 << (more - 5).min(5)).min(900),
    }
}
