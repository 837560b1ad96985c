# Two commands: `make demo` serves a synthetic programme, `make test` checks everything.
# Each sets up what it needs on a Debian with Rust and Node, and says what it does.

TARGET ?= $(or $(CARGO_TARGET_DIR),target)
export CARGO_TARGET_DIR := $(TARGET)

.PHONY: demo test assets setup matrix bench pictures

demo: assets
	cargo build --release --bin teilhabe
	$(TARGET)/release/teilhabe demo

test: setup assets
	tools/test.sh

# Chromium, PostgreSQL and the PDF tools, if they are missing.
setup:
	tools/setup.sh

# The look of the pages; without npm the program serves a plain face and says so.
assets:
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --silent && node tools/assets.mjs; \
	else echo "npm is missing: pages will be plain"; fi

# Print the permission matrix anew; review the difference before committing it.
matrix:
	UPDATE_MATRIX=1 cargo test -p teilhabe --test it the_reviewed_matrix

# Screenshots for the handbook and the README, in a browser that writes days as Germans do.
pictures: assets
	tools/setup.sh chromium-l10n
	cargo build --bin teilhabe
	TEILHABE_BIN=$(TARGET)/debug/teilhabe TEILHABE_PICTURES=docs/handbuch/bilder node browser/run.mjs

# Times over HTTP and at the command line on generated databases; figures belong to one machine.
bench: assets
	cargo build --release --bin teilhabe
	TEILHABE_BIN=$(TARGET)/release/teilhabe node tools/bench.mjs
	TEILHABE_BIN=$(TARGET)/release/teilhabe FSYNC=on tools/postgres.sh node tools/bench.mjs
