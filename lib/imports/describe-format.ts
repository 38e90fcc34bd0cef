import type { Delimiter } from "./dialect";
import type { Encoding } from "./encodings";
import type { Examination } from "./examine";
import type { ValueFormats } from "./source-format";

const encodings = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8 with mark",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big endian)",
  "windows-1252": "Windows-1252",
} satisfies Record<Encoding, string>;

const delimiters = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar" } satisfies Record<
  Delimiter,
  string
>;

export const encodingName = (encoding: Encoding): string => encodings[encoding];
export const delimiterName = (delimiter: Delimiter): string => delimiters[delimiter];

/** "31/12/2026" as this file would write it. */
export function dateExample({ date, date_separator: separator }: ValueFormats): string {
  const parts = { iso: ["2026", "12", "31"], dmy: ["31", "12", "2026"], mdy: ["12", "31", "2026"] }[date];
  return parts.join(separator);
}

/** "1,234.50" as this file would write it. */
export function numberExample({ group, decimal }: ValueFormats): string {
  return `1${group}234${decimal}50`;
}

/** Why dates are read the way they are. */
export function dateEvidence({ dates }: Examination): string {
  const cell = dates.date === "dmy" ? dates.dayFirst : dates.date === "mdy" ? dates.monthFirst : null;
  if (cell) return `Row ${cell.row.toLocaleString("en-US")} says “${cell.value}”.`;
  return dates.date === "iso" ? "Year first, or no dates in the chosen columns." : "No day above 12 decides.";
}

/** Why numbers are read the way they are. */
export function numberEvidence({ numbers }: Examination): string {
  const cell = numbers.decimal === "," ? numbers.comma : numbers.point;
  return cell ? `Row ${cell.row.toLocaleString("en-US")} says “${cell.value}”.` : "Whole numbers only.";
}
