//! From counts to a table that may be published, with a certificate.
