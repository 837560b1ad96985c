use super::super::series::Series;
use super::told;

const QUARTERS: [&str; 3] = ["2021-Q1", "2021-Q2", "2021-Q3"];

fn series(came: [u64; 3], went: [u64; 3]) -> Series {
    let mut there = [0; 3];
    let mut now = 0;
    for (stock, (came, went)) in there.iter_mut().zip(came.iter().zip(went)) {
        now = now + came - went;
        *stock = now;
    }
    let axis = |adds_up| [("Quartal", &QUARTERS[..], adds_up)];
    Series::new(
        &told(&axis(true), &came),
        &told(&axis(true), &went),
        &told(&axis(false), &there),
    )
}

#[test]
fn without_small_numbers_everything_is_shown_and_adds_up() {
    let series = series([12, 30, 8], [3, 5, 20]);
    let shown: Vec<_> = series
        .quarters
        .iter()
        .map(|q| (q.entries, q.cumulated, q.exits, q.stock))
        .collect();
    assert_eq!(
        shown,
        [
            (Some(12), Some(12), Some(3), Some(9)),
            (Some(30), Some(42), Some(5), Some(34)),
            (Some(8), Some(50), Some(20), Some(22)),
        ]
    );
    assert_eq!((series.entries, series.exits), (Some(50), Some(28)));
    assert_eq!(
        (series.entries_in(2021), series.exits_in(2021)),
        (Some(50), Some(28))
    );
    assert_eq!(series.entries_in(2020), Some(0));
}

#[test]
fn the_sum_of_a_year_is_told_where_the_total_tells_it() {
    let series = series([12, 2, 8], [0, 0, 0]);
    assert_eq!(series.quarters[1].entries, None);
    assert_eq!(series.entries_in(2021), Some(22));
}

#[test]
fn a_year_whose_quarters_are_protected_across_its_end_has_no_sum() {
    let quarters = ["2020-Q4", "2021-Q1", "2021-Q2"];
    let counted = |counts| told(&[("Quartal", &quarters, true)], counts);
    let series = Series::new(
        &counted(&[2, 9, 40]),
        &counted(&[0, 0, 0]),
        &told(&[("Quartal", &quarters, false)], &[2, 11, 51]),
    );
    assert_eq!(series.quarters[1].entries, None);
    assert_eq!(
        (series.entries_in(2020), series.entries_in(2021)),
        (None, None)
    );
}

#[test]
fn cumulated_entries_are_told_from_the_total_back_where_a_quarter_is_protected() {
    let series = series([2, 4, 40], [0, 0, 0]);
    let cumulated: Vec<_> = series.quarters.iter().map(|q| q.cumulated).collect();
    assert_eq!(series.quarters[2].entries, Some(40));
    assert_eq!(cumulated, [None, Some(6), Some(46)]);
}

/// Tries all courses of three quarters that fit what is shown, as a reader could.
fn readings(series: &Series, most: u64) -> Vec<[Vec<u64>; 3]> {
    let mut found = Vec::new();
    let base = most + 1;
    for course in 0..base.pow(6) {
        let digit = |at: u32| course / base.pow(at) % base;
        let came = [digit(0), digit(1), digit(2)];
        let went = [digit(3), digit(4), digit(5)];
        let fits =
            |sum: Option<u64>, parts: [u64; 3]| sum.is_none_or(|n| n == parts.iter().sum::<u64>());
        if !fits(series.entries, came) || !fits(series.exits, went) {
            continue;
        }
        let mut there = Vec::new();
        let mut now = 0;
        let fitting = series.quarters.iter().enumerate().all(|(at, quarter)| {
            now += came[at];
            let enough = now >= went[at];
            now = now.saturating_sub(went[at]);
            there.push(now);
            enough
                && quarter.entries.is_none_or(|n| n == came[at])
                && quarter.exits.is_none_or(|n| n == went[at])
                && quarter.stock.is_none_or(|n| n == now)
                && quarter
                    .cumulated
                    .is_none_or(|n| n == came[..=at].iter().sum::<u64>())
        });
        if fitting {
            found.push([came.to_vec(), went.to_vec(), there]);
        }
    }
    found
}

#[test]
fn no_reader_finds_a_small_number_from_the_three_tables_together() {
    let courses = [
        ([2, 5, 8], [0, 3, 4]),
        ([3, 3, 3], [1, 4, 0]),
        ([4, 6, 0], [0, 0, 8]),
        ([7, 1, 6], [3, 5, 4]),
        ([8, 0, 0], [0, 6, 0]),
        ([5, 5, 2], [5, 0, 0]),
        ([1, 1, 7], [0, 0, 3]),
        ([6, 2, 3], [2, 2, 2]),
    ];
    for (came, went) in courses {
        let series = series(came, went);
        let readings = readings(&series, 9);
        let mut there = 0;
        for at in 0..3 {
            there = there + came[at] - went[at];
            for (kind, real) in [came[at], went[at], there].into_iter().enumerate() {
                let small = real == 1 || real == 2;
                let certain = readings.iter().all(|reading| reading[kind][at] == real);
                assert!(
                    !(small && certain),
                    "{came:?} {went:?}: {kind} of quarter {at}: {series:?}"
                );
            }
        }
    }
}
