//! Documents as tagged PDF/UA-1.
