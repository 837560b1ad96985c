// Files that commands are measured with, the same on every run.

/** A small generator of numbers in [0, 1), so that every run measures the same. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** Counts of a table of rows × columns, many of them small. */
export function countedTable(rows, columns) {
  const random = numbers(7);
  const lines = ["place,group,n"];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      lines.push(`p${row},g${column},${Math.floor(30 * random.next().value ** 3)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A municipality's list of people who are all different. */
export function caseList(rows) {
  const random = numbers(11);
  const pick = (list) => list[Math.floor(random.next().value * list.length)];
  const syllables = ["ah", "bar", "dil", "far", "gul", "has", "kar", "lam", "mir", "nur", "rah", "sul", "tar", "zad"];
  const name = () => {
    const text = pick(syllables) + pick(syllables) + pick(syllables);
    return text[0].toUpperCase() + text.slice(1);
  };
  const two = (number) => String(number).padStart(2, "0");
  const day = (from, years) =>
    `${two(1 + Math.floor(random.next().value * 28))}.${two(1 + Math.floor(random.next().value * 12))}.${from + Math.floor(random.next().value * years)}`;
  const lines = ["Nr.;Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Aufenthaltsstatus;Beginn"];
  for (let row = 1; row <= rows; row++) {
    lines.push([
      `F-${row}`, name(), name(), day(1995, 8), pick(["m", "w"]),
      pick(["Afghanistan", "Irak", "Guinea", "Nigeria", "Iran", "Syrien"]),
      pick(["geduldet", "Duldung §60a", "Gestattung"]), day(2020, 2),
    ].join(";"));
  }
  return `${lines.join("\r\n")}\r\n`;
}
