//! Sealed fields, a chain of keys, and a blind index.
