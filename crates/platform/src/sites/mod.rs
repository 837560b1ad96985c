//! Sites: the tenants. A Kreis, a city, or a town inside a Kreis.

mod site;
pub mod store;

pub use site::{Ags, Site, SiteKind};
