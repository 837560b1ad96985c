#!/usr/bin/env bash
# Runs the test programs of these crates once more, as `cargo test` has built them.
# Usage: tools/again.sh CRATE…
set -euo pipefail

cargo test --workspace --no-run --message-format=json 2>/dev/null |
  node -e '
    const wanted = process.argv.slice(1);
    const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
    for (const message of lines.map((line) => JSON.parse(line))) {
      if (!message.executable || !message.profile.test) continue;
      const folder = require("path").dirname(message.manifest_path);
      if (wanted.includes(require("path").basename(folder))) console.log(folder + "\t" + message.executable);
    }' "$@" |
  while IFS=$'\t' read -r folder program; do
    (cd "$folder" && "$program" --quiet)
  done
