//! Jaro-Winkler similarity of two strings.

/// Jaro-Winkler similarity in 0..=1 with the usual prefix scale of 0.1 over at most four letters
/// (Winkler 1990).
pub(crate) fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let jaro = jaro(&a, &b);
    let prefix = a.iter().zip(&b).take(4).take_while(|(x, y)| x == y).count();
    jaro + ratio(prefix, 10) * (1.0 - jaro)
}

fn jaro(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a.len() == b.len() { 1.0 } else { 0.0 };
    }
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut common_of_a = Vec::new();
    for (i, letter) in a.iter().enumerate() {
        let window = i.saturating_sub(reach)..(i + reach + 1).min(b.len());
        if let Some(j) = window.into_iter().find(|&j| !taken[j] && b[j] == *letter) {
            taken[j] = true;
            common_of_a.push(*letter);
        }
    }
    if common_of_a.is_empty() {
        return 0.0;
    }
    let common_of_b = b
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| **taken)
        .map(|(letter, _)| letter);
    let out_of_order = common_of_a
        .iter()
        .zip(common_of_b)
        .filter(|(x, y)| x != y)
        .count();
    let common = common_of_a.len();
    let in_order = ratio(2 * common - out_of_order, 2 * common);
    (ratio(common, a.len()) + ratio(common, b.len()) + in_order) / 3.0
}

#[expect(clippy::cast_precision_loss, reason = "lengths of names")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::jaro_winkler;

    /// Values printed in Winkler (1990) and repeated in the literature since.
    #[test]
    fn the_published_pairs_have_their_published_similarity() {
        for (a, b, expected) in [
            ("martha", "marhta", 0.961),
            ("dwayne", "duane", 0.840),
            ("dixon", "dicksonx", 0.813),
            ("abc", "xyz", 0.0),
        ] {
            assert!((jaro_winkler(a, b) - expected).abs() < 0.0006, "{a} {b}");
        }
    }
}
