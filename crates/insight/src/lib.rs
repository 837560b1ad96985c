//! Measures, questions and protected tables.
