//! Looks into a ZIP container before a parser does, so that a small file cannot fill the memory.

use std::io::{Cursor, Read, copy, sink};

use super::UnreadableFile;

const MOST_BYTES: u64 = 400 << 20;
const MOST_FILES: usize = 5_000;

/// Refuses a container that unpacks to more than a case list can need. First the sizes it claims
/// are added up, then it is unpacked into nothing, for the claims may be false.
pub(super) fn check(bytes: &[u8]) -> Result<(), UnreadableFile> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| UnreadableFile::Corrupt)?;
    if archive.len() > MOST_FILES {
        return Err(UnreadableFile::TooLarge);
    }
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        let file = archive
            .by_index_raw(index)
            .map_err(|_| UnreadableFile::Corrupt)?;
        if file.encrypted() {
            return Err(UnreadableFile::Encrypted);
        }
        claimed = claimed.saturating_add(file.size());
    }
    if claimed > MOST_BYTES {
        return Err(UnreadableFile::TooLarge);
    }
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let file = archive
            .by_index(index)
            .map_err(|_| UnreadableFile::Corrupt)?;
        let unpacked = copy(&mut file.take(left + 1), &mut sink());
        let unpacked = unpacked.map_err(|_| UnreadableFile::Corrupt)?;
        left = left.checked_sub(unpacked).ok_or(UnreadableFile::TooLarge)?;
    }
    Ok(())
}
