//! Tables of the same facts side by side: one reader, all tables of one and two dimensions.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::{Dimension, Notes, ProtectError, PublishedTable, Rule, Table, Zeros};

/// What a cell counts: a category of each dimension, or all of it.
type Place = [Option<usize>; 3];

/// Facts in three dimensions of these sizes.
struct Facts {
    sizes: [usize; 3],
    counts: Vec<u64>,
}

impl Facts {
    fn random(chance: &mut fastrand::Rng) -> Facts {
        let sizes = [chance.usize(2..7), chance.usize(2..4), chance.usize(2..5)];
        let count = |chance: &mut fastrand::Rng| match chance.u8(0..10) {
            0..4 => 0,
            4..7 => chance.u64(1..4),
            7..9 => chance.u64(4..12),
            _ => chance.u64(12..90),
        };
        let cells = sizes.iter().product();
        let counts = (0..cells).map(|_| count(chance)).collect();
        Facts { sizes, counts }
    }

    fn categories(&self, cell: usize) -> [usize; 3] {
        let [_, b, c] = self.sizes;
        [cell / (b * c), cell / c % b, cell % c]
    }

    fn count(&self, place: Place) -> u64 {
        let within = |cell: &usize| {
            let own = self.categories(*cell);
            (0..3).all(|d| place[d].is_none_or(|category| category == own[d]))
        };
        (0..self.counts.len())
            .filter(within)
            .map(|cell| self.counts[cell])
            .sum()
    }

    fn protected(&self, by: &[usize], rule: &Rule) -> PublishedTable {
        let dimension = |d: &usize| {
            let labels = (0..self.sizes[*d]).map(|category| category.to_string());
            Dimension::flat(format!("d{d}"), labels).unwrap()
        };
        let mut table = Table::new(by.iter().map(dimension).collect(), Notes::default()).unwrap();
        for (cell, count) in self.counts.iter().enumerate() {
            let own = self.categories(cell);
            let labels: Vec<String> = by.iter().map(|d| own[*d].to_string()).collect();
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            table.add(&labels, *count).unwrap();
        }
        table.protect(rule).unwrap().0
    }
}

/// All that one reader sees: printed counts, hidden places, and sums.
#[derive(Default)]
struct Reader {
    printed: BTreeMap<Place, u64>,
    hidden: BTreeSet<Place>,
    sums: Vec<(Vec<Place>, Place)>,
}

impl Reader {
    fn read(&mut self, by: &[usize], table: &PublishedTable) {
        let place = |labels: &[&str]| {
            let mut place = [None; 3];
            for (d, label) in by.iter().zip(labels) {
                place[*d] = label.parse().ok();
            }
            place
        };
        for cell in table.cells() {
            let own = place(&cell.labels);
            match cell.count {
                Some(count) => drop(self.printed.insert(own, count)),
                None => drop(self.hidden.insert(own)),
            }
            for d in by.iter().filter(|d| own[**d].is_none()) {
                let categories =
                    table.dimensions()[by.iter().position(|b| b == d).unwrap()].nodes();
                let part = |category: usize| {
                    let mut part = own;
                    part[*d] = Some(category);
                    part
                };
                let parts = (0..categories.len() - 1).map(part).collect();
                self.sums.push((parts, own));
            }
        }
    }

    /// The hidden places whose count follows from the sums: by elimination over the rationals,
    /// modulo a prime, which finds no fewer.
    fn computed(&self) -> BTreeSet<Place> {
        let unknown: Vec<Place> = self
            .hidden
            .iter()
            .filter(|p| !self.printed.contains_key(*p))
            .copied()
            .collect();
        let column = |place: &Place| unknown.iter().position(|own| own == place);
        let mut rows: Vec<Vec<i64>> = Vec::new();
        for (parts, sum) in &self.sums {
            let mut row = vec![0; unknown.len()];
            let signed = parts.iter().map(|part| (part, 1)).chain([(sum, PRIME - 1)]);
            for (place, sign) in signed {
                if let Some(column) = column(place) {
                    row[column] = sign;
                }
            }
            rows.push(row);
        }
        let reduced = reduced(rows, unknown.len());
        let alone = reduced.iter().filter_map(|row| {
            let mut used = (0..row.len()).filter(|column| row[*column] != 0);
            used.next().filter(|_| used.next().is_none())
        });
        let twice = self
            .hidden
            .iter()
            .filter(|place| self.printed.contains_key(*place));
        alone
            .map(|column| unknown[column])
            .chain(twice.copied())
            .collect()
    }
}

const PRIME: i64 = 1_000_000_007;

/// Reduced row echelon form.
fn reduced(mut rows: Vec<Vec<i64>>, columns: usize) -> Vec<Vec<i64>> {
    let mut done = 0;
    for column in 0..columns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column] != 0) else {
            continue;
        };
        rows.swap(done, pivot);
        let inverse = power(rows[done][column], PRIME - 2);
        let leading: Vec<i64> = rows[done]
            .iter()
            .map(|value| value * inverse % PRIME)
            .collect();
        for (place, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if place != done && factor != 0 {
                for (value, lead) in row.iter_mut().zip(&leading) {
                    *value = (*value - factor * lead % PRIME + PRIME) % PRIME;
                }
            }
        }
        rows[done] = leading;
        done += 1;
    }
    rows
}

fn power(mut base: i64, mut exponent: i64) -> i64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

const TABLES: [&[usize]; 6] = [&[0], &[1], &[2], &[0, 1], &[0, 2], &[1, 2]];

/// Goes through 300 random programmes: hands out the rule, the facts and all tables.
fn programmes(linked: bool, mut look: impl FnMut(&Rule, &Facts, &[(&[usize], PublishedTable)])) {
    let mut chance = fastrand::Rng::with_seed(1);
    for round in 0..300 {
        let facts = Facts::random(&mut chance);
        let zeros = if round % 4 == 0 {
            Zeros::Protect
        } else {
            Zeros::Publish
        };
        let rule = Rule {
            zeros,
            linked,
            ..Rule::default()
        };
        look(
            &rule,
            &facts,
            &TABLES.map(|by| (by, facts.protected(by, &rule))),
        );
    }
}

/// How many sensitive counts follow from all tables together.
fn given_away(linked: bool) -> usize {
    let mut given_away = 0;
    programmes(linked, |rule, facts, tables| {
        let mut reader = Reader::default();
        for (by, table) in tables {
            reader.read(by, table);
        }
        let computed = reader.computed().into_iter();
        given_away += computed
            .filter(|place| rule.is_sensitive(facts.count(*place)))
            .count();
    });
    given_away
}

/// What the table of one dimension hides must not follow from a table of two by itself: beside the
/// printed total it would give away what it was hidden for.
#[test]
fn a_sum_that_the_shorter_table_hides_cannot_be_computed() {
    let mut chance = fastrand::Rng::with_seed(2);
    let (mut hidden, mut computed) = (0, 0);
    for _ in 0..300 {
        // Many nationalities of few people.
        let sizes = [chance.usize(5..12), chance.usize(2..4), 1];
        let mut count = || match chance.u8(0..10) {
            0..6 => 0,
            6..9 => chance.u64(1..5),
            _ => chance.u64(5..40),
        };
        let counts = (0..sizes.iter().product()).map(|_| count()).collect();
        let facts = Facts { sizes, counts };
        let rule = Rule {
            linked: true,
            ..Rule::default()
        };
        let (mut alone, mut reader) = (Reader::default(), Reader::default());
        for by in [&[0], &[1]] {
            alone.read(by, &facts.protected(by, &rule));
        }
        reader.read(&[0, 1], &facts.protected(&[0, 1], &rule));
        hidden += reader.hidden.intersection(&alone.hidden).count();
        computed += reader.computed().intersection(&alone.hidden).count();
    }
    assert!(hidden > 500, "{hidden}");
    assert_eq!(computed, 0, "of {hidden}");
}

#[test]
fn linked_tables_keep_what_tables_by_themselves_give_away() {
    let (apart, linked) = (given_away(false), given_away(true));
    assert!(apart > 50, "the reader is no good: {apart}");
    // Of tables that cannot be protected with all their sums printed.
    assert!(
        linked * 5 < apart,
        "{linked} of {apart} are still given away"
    );
}

/// By hand: Somalia has 2 women and 20 men. Alone the table by nationality prints 22, so the table
/// with sex must print it too, and hide two counts of another nationality.
#[test]
fn a_sum_that_the_shorter_table_prints_is_printed() {
    let nationality = Dimension::flat("nationality", ["Iran", "Somalia", "Syria"]).unwrap();
    let sex = Dimension::flat("sex", ["f", "m"]).unwrap();
    let mut table = Table::new(vec![nationality, sex], Notes::default()).unwrap();
    for (of, women, men) in [("Iran", 30, 40), ("Somalia", 2, 20), ("Syria", 25, 60)] {
        table.add(&[of, "f"], women).unwrap();
        table.add(&[of, "m"], men).unwrap();
    }
    let rule = Rule {
        linked: true,
        ..Rule::default()
    };
    let (table, _) = table.protect(&rule).unwrap();
    assert_eq!(table.get(&["Somalia", "Total"]), Some(Some(22)));
    assert_eq!(table.get(&["Total", "f"]), Some(Some(57)));
    assert_eq!(table.suppressed(), 4);
}

fn by_nationality(counts: &[u64]) -> Result<PublishedTable, ProtectError> {
    let labels: Vec<String> = (0..counts.len()).map(|n| n.to_string()).collect();
    let dimension = Dimension::flat("nationality", labels.clone()).unwrap();
    let mut table = Table::new(vec![dimension], Notes::default()).unwrap();
    for (label, count) in labels.iter().zip(counts) {
        table.add(&[label], *count).unwrap();
    }
    let rule = Rule {
        total_printed: true,
        ..Rule::default()
    };
    table.protect(&rule).map(|(table, _)| table)
}

/// By hand: four people of four nationalities, beside a printed total of 4, are one of each; the
/// total of 2 tells of two rows that they are one each.
#[test]
fn what_a_printed_total_gives_away_is_refused() {
    let refused = ProtectError::Unprotectable { dimension: None };
    for counts in [&[1, 1, 1, 1][..], &[1, 2], &[1, 1, 0], &[2, 0]] {
        assert_eq!(by_nationality(counts).unwrap_err(), refused, "{counts:?}");
    }
    let table = by_nationality(&[1, 2, 9, 40]).unwrap();
    assert_eq!(table.get(&["Total"]), Some(Some(52)));
    assert_eq!(table.get(&["3"]), Some(Some(40)));
    assert_eq!(table.suppressed(), 3);
    assert_eq!(by_nationality(&[0, 0]).unwrap().suppressed(), 0);
}

#[test]
fn the_dimension_that_is_too_small_alone_is_named() {
    let nationality = Dimension::flat("nationality", ["Iran", "Syria"]).unwrap();
    let sex = Dimension::flat("sex", ["f", "m"]).unwrap();
    let mut table = Table::new(vec![nationality, sex], Notes::default()).unwrap();
    table.add(&["Syria", "f"], 2).unwrap();
    table.add(&["Syria", "m"], 1).unwrap();
    let rule = Rule {
        linked: true,
        total_printed: true,
        ..Rule::default()
    };
    let dimension = Some(1);
    assert_eq!(
        table.protect(&rule).unwrap_err(),
        ProtectError::Unprotectable { dimension }
    );
}
