//! Where the programme runs. The list of the real 54 municipalities was never published: this one
//! holds all cities, most districts and some towns, the confirmed ones among them.

use fastrand::Rng;
use platform::sites::{Site, SiteKind};

/// A site and how much happens there.
pub(super) struct Place {
    pub(super) site: Site,
    pub(super) participants: usize,
    /// Parts of the city or towns of the district, invented.
    pub(super) districts: [&'static str; 4],
}

const LEFT_OUT: [&str; 5] = ["05358", "05366", "05370", "05762", "05966"];
const TOWNS: [&str; 6] = [
    "05158016", "05162004", "05334012", "05554008", "05566076", "05766020",
];
const DISTRICTS: [&str; 4] = ["Mitte", "Nord", "Süd", "West"];

pub(super) fn all(participants: usize, random: &mut Rng) -> Vec<Place> {
    let sites = programme::municipalities::all()
        .into_iter()
        .filter(|found| match found.kind {
            SiteKind::Town => TOWNS.contains(&found.ags.as_str()),
            SiteKind::City | SiteKind::District => !LEFT_OUT.contains(&found.ags.as_str()),
            SiteKind::Programme => false,
        })
        .filter_map(|found| programme::municipalities::site(&found.ags));
    let sized: Vec<(Site, f64)> = sites
        .map(|site| (size(&site, random), site))
        .map(|(size, site)| (site, size))
        .collect();
    shares(participants, &sized)
        .into_iter()
        .zip(sized)
        .map(|(participants, (site, _))| Place {
            site,
            participants,
            districts: DISTRICTS,
        })
        .collect()
}

/// Sites differ by a factor of ten; towns are small, a few cities are large.
fn size(site: &Site, random: &mut Rng) -> f64 {
    let spread = random.f64() + random.f64() + random.f64() - 1.5;
    let kind = if site.kind == SiteKind::Town {
        0.35
    } else {
        1.0
    };
    let large = matches!(
        site.ags.as_str(),
        "05315" | "05111" | "05113" | "05913" | "05978"
    );
    kind * (1.1 * spread).exp() * if large { 2.2 } else { 1.0 }
}

/// Splits the participants by size, the largest remainders rounded up, so that the sum is exact.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of invented people"
)]
fn shares(participants: usize, sized: &[(Site, f64)]) -> Vec<usize> {
    let total: f64 = sized.iter().map(|(_, size)| size).sum();
    let exact = sized
        .iter()
        .map(|(_, size)| size / total * participants as f64);
    let mut shares: Vec<(usize, f64)> = exact.map(|e| (e.floor() as usize, e.fract())).collect();
    let missing = participants - shares.iter().map(|(whole, _)| whole).sum::<usize>();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|a, b| shares[*b].1.total_cmp(&shares[*a].1).then(a.cmp(b)));
    for index in order.into_iter().take(missing) {
        shares[index].0 += 1;
    }
    shares.into_iter().map(|(whole, _)| whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_54_sites_and_6700_participants() {
        let places = all(6_700, &mut Rng::with_seed(1));
        assert_eq!(places.len(), 54);
        assert_eq!(
            places.iter().map(|place| place.participants).sum::<usize>(),
            6_700
        );
        for confirmed in [
            "05162", "05978", "05120", "05316", "05566076", "05334012", "05758",
        ] {
            assert!(
                places.iter().any(|place| place.site.ags == confirmed),
                "{confirmed}"
            );
        }
    }
}
