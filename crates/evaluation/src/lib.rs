//! Findings told to others: the yearly report.
