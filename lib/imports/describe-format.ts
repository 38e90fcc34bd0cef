import { dateOfSerial } from "./calendar-dates";
import type { Evidence } from "./detect-dates";
import type { Delimiter } from "./dialect";
import type { Encoding } from "./encodings";
import type { Examination } from "./examine";
import type { Container, ValueFormats } from "./source-format";

const encodings = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8 with mark",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big endian)",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250 (Central Europe)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  cp850: "DOS 850 (Western Europe)",
  cp437: "DOS 437 (United States)",
  cp852: "DOS 852 (Central Europe)",
  cp858: "DOS 858 (Western Europe with €)",
  cp866: "DOS 866 (Cyrillic)",
} satisfies Record<Encoding, string>;

const delimiters = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar" } satisfies Record<
  Delimiter,
  string
>;

const containers = {
  csv: "CSV",
  xlsx: "Excel workbook",
  xls: "Excel workbook of before 2007",
  ods: "OpenDocument spreadsheet",
} satisfies Record<Container, string>;

export const containerName = (container: Container): string => containers[container];
export const encodingName = (encoding: Encoding): string => encodings[encoding];
export const delimiterName = (delimiter: Delimiter): string => delimiters[delimiter];

/** "31/12/2026" as this file would write it. */
export function dateExample({ date, date_separator: separator }: ValueFormats): string {
  const parts = {
    iso: ["2026", "12", "31"],
    dmy: ["31", "12", "2026"],
    mdy: ["12", "31", "2026"],
    serial: ["46387"],
    serial1904: ["44925"],
  }[date];
  return parts.join(separator);
}

/** "1,234.50" as this file would write it. */
export function numberExample({ group, decimal }: ValueFormats): string {
  return `1${group}234${decimal}50`;
}

const orders = { dmy: "day first", mdy: "month first" } as const;

/** Why dates are read the way they are. */
export function dateEvidence({ dates, formats }: Examination): string {
  if (dates.serial) {
    const epoch = formats.date === "serial1904" ? "serial1904" : "serial";
    const date = dateOfSerial(Math.floor(Number(dates.serial.value.replace(",", "."))), epoch);
    const since = epoch === "serial" ? 1900 : 1904;
    return `“${dates.serial.value}” in row ${rowOf(dates.serial)} counts days since ${since}: ${date}.`;
  }
  const order = formats.date === "dmy" || formats.date === "mdy" ? formats.date : null;
  const cell = order === "dmy" ? dates.dayFirst : order === "mdy" ? dates.monthFirst : null;
  if (cell && order) return `“${cell.value}” in row ${rowOf(cell)} means ${orders[order]}.`;
  if (dates.isEmpty) return order ? "As before; this file has no dates." : "There are no dates in the chosen columns.";
  return order ? "No day above 12 decides." : "The year comes first.";
}

/** Why numbers are read the way they are. */
export function numberEvidence({ numbers, formats }: Examination): string {
  const cell = formats.decimal === "," ? numbers.comma : numbers.point;
  const sign = formats.decimal === "," ? "comma" : "point";
  if (cell) return `“${cell.value}” in row ${rowOf(cell)} means a decimal ${sign}.`;
  return numbers.isEmpty ? "Whole numbers only." : `Decimals have a ${sign}, as before or in all files of this system.`;
}

const rowOf = ({ row }: Evidence): string => row.toLocaleString("en-US");
