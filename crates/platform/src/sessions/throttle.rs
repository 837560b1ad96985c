//! How long the next attempt has to wait.

/// Failures in a row of one account that cost nothing.
pub(super) const FREE_OF_ACCOUNT: u32 = 5;
/// Of one address: a whole town hall may stand behind it.
pub(super) const FREE_OF_ADDRESS: u32 = 50;

/// Seconds to wait after this many failures in a row: some are free, then the time doubles from
/// half a minute up to a quarter of an hour.
pub fn wait_after(failures: u32, free: u32) -> i64 {
    match failures.checked_sub(free) {
        None => 0,
        Some(more) => (30_i64 << more.min(5)).min(900),
    }
}
