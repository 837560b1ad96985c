//! Residence law as dated data: status codes, deadlines, access, perspectives.
