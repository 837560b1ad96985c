//! Why a person is deleted.

use crate::codes::codes;

codes! {
    /// Retention: the time the site keeps files is over; request: the person asked for it
    /// (Art. 17 DSGVO); mistake: the file should never have been opened.
    DeletionReason "deletion-reason" {
        Retention = "retention",
        Request = "request",
        Mistake = "mistake",
    }
}
