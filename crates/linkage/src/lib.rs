//! Names across scripts and spellings: what to compare, and how alike two names are.
