//! Measures one answer: `cargo run --release -p law --example speed FILE DATE`.

use std::time::Instant;

use law::{Facts, Rules};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(on)) = (arguments.next(), arguments.next()) else {
        return Err("usage: speed FILE DATE".into());
    };
    let facts = Facts::from_json(&std::fs::read_to_string(path)?, Rules::embedded())?;
    let on = on.parse()?;
    let rounds = 2000_u32;
    let start = Instant::now();
    for _ in 0..rounds {
        std::hint::black_box(law::check(&facts, on));
    }
    eprintln!("{:?} per person", start.elapsed() / rounds);
    Ok(())
}
