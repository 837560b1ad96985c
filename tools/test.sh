#!/usr/bin/env bash
# Everything that has to hold, cheapest first. The last lines are the runners' own.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

step() { printf '\n== %s\n' "$1"; }

step "format"
cargo fmt --all --check

step "lints"
cargo clippy --workspace --all-targets -- -D warnings

step "tests on SQLite"
cargo test --workspace

step "tests on PostgreSQL"
tools/postgres.sh tools/again.sh db platform programme casework insight evaluation teilhabe

step "browser"
TEILHABE_BIN="$target/debug/teilhabe" node browser/run.mjs
