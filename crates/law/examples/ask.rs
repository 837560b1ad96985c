//! Prints the answer for a facts file: `cargo run -p law --example ask FILE DATE`.

use law::{Facts, Rules};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(on)) = (arguments.next(), arguments.next()) else {
        return Err("usage: ask FILE DATE".into());
    };
    let facts = Facts::from_json(&std::fs::read_to_string(path)?, Rules::embedded())?;
    eprint!("{}", law::text(&law::check(&facts, on.parse()?)));
    Ok(())
}
