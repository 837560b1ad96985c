// What was measured, as a Markdown table; a figure beyond its limit stands in bold.

export class Figures {
  rows = [];

  once(name, limit, value, unit) {
    const digits = value < 10 ? 2 : 0;
    this.add(name, limit, value, ["", value.toFixed(digits), "", unit, ""]);
  }

  many(name, limit, took, rate) {
    took.sort((a, b) => a - b);
    const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => at(share).toFixed(1));
    this.add(name, limit, at(0.95), [p50, p95, p99, "ms", rate.toFixed(0)]);
  }

  add(name, limit, value, [p50, figure, p99, unit, rate]) {
    const shown = limit !== null && value > limit ? `**${figure}**` : figure;
    this.rows.push([name, p50, shown, p99, limit ?? "", unit, rate]);
    console.error(this.rows.at(-1).join("  "));
  }

  print() {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    console.log(line(["what", "p50", "p95 or once", "p99", "limit", "unit", "requests/s"]));
    console.log("|---|---:|---:|---:|---:|---|---:|");
    for (const row of this.rows) console.log(line(row));
  }
}
