//! The binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    teilhabe::commands::main()
}
