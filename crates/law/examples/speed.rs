//! Measures the answer for one person and the deadlines of many:
//! `cargo run --release -p law --example speed FILE DATE`.

use std::time::Instant;

use law::{Facts, Rules};

const ANSWERS: u32 = 2_000;
const CASES: u32 = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(on)) = (arguments.next(), arguments.next()) else {
        return Err("usage: speed FILE DATE".into());
    };
    let facts = Facts::from_json(&std::fs::read_to_string(path)?, Rules::embedded())?;
    let on = on.parse()?;
    let start = Instant::now();
    for _ in 0..ANSWERS {
        std::hint::black_box(law::check(&facts, on));
    }
    eprintln!("{:?} per person", start.elapsed() / ANSWERS);
    let start = Instant::now();
    for _ in 0..CASES {
        std::hint::black_box(law::deadlines(&facts, on));
    }
    eprintln!("{:?} for the deadlines of {CASES} cases", start.elapsed());
    Ok(())
}
