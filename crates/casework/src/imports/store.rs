//! What imports read and write: the people of a site, and the lists that wait for being taken over.

mod people;
mod uploads;

pub(super) use people::{add, lock, records, register};
pub use uploads::reseal;
pub(super) use uploads::{
    NewUpload, Upload, UploadState, begin, checked, discard, file, findings, found, insert,
    mapping, newest, of_owner, remember, taken,
};
