//! The official list of municipalities of North Rhine-Westphalia.

use platform::SiteId;
use platform::sites::{Site, SiteKind};

const LIST: &str = include_str!("../data/nrw_municipalities.csv");

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    pub ags: String,
    pub name: String,
    pub kind: SiteKind,
    pub parent_ags: Option<String>,
    pub region: String,
}

/// All of them, by key.
pub fn all() -> Vec<Municipality> {
    let mut lines = csv::Reader::from_reader(LIST.as_bytes());
    lines
        .records()
        .filter_map(|record| read(&record.ok()?))
        .collect()
}

/// A new site for the municipality with this key.
pub fn site(ags: &str) -> Option<Site> {
    let found = all()
        .into_iter()
        .find(|municipality| municipality.ags == ags.trim())?;
    Some(Site {
        id: SiteId::new(),
        ags: found.ags,
        name: found.name,
        kind: found.kind,
        parent_ags: found.parent_ags,
        region: Some(found.region),
        active: true,
    })
}

fn read(record: &csv::StringRecord) -> Option<Municipality> {
    let field = |i: usize| record.get(i).map(ToOwned::to_owned);
    Some(Municipality {
        ags: field(0)?,
        name: field(1)?,
        kind: SiteKind::from_official(record.get(2)?)?,
        parent_ags: field(3).filter(|parent| !parent.is_empty()),
        region: field(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_the_53_upper_municipalities_and_their_towns() {
        let upper = all()
            .iter()
            .filter(|found| found.kind != SiteKind::Town)
            .count();
        assert_eq!(upper, 53);
        assert_eq!(all().len(), LIST.lines().count() - 1, "every line is read");
    }

    #[test]
    fn towns_name_a_parent_that_exists() {
        let places = all();
        let parents: Vec<_> = all()
            .into_iter()
            .filter_map(|found| found.parent_ags)
            .collect();
        assert!(!parents.is_empty());
        assert!(
            parents
                .iter()
                .all(|parent| places.iter().any(|found| found.ags == *parent))
        );
    }

    #[test]
    fn keys_keep_their_leading_zero() {
        assert_eq!(site("05566076").unwrap().name, "Rheine");
        assert!(site("5566076").is_none());
    }
}
