import { normalizeHeader } from "./header-synonyms";
import type { FileRow, RowBatch, Table } from "./parse";
import { countSkipped } from "./skipped-rows";

/**
 * Reports group their lines under a row that holds the item (or the order) and nothing else, and close the group with a row
 * of sums. Each line gets the group it stands in as two columns more: the name, and what stands behind it in parentheses.
 */
export const BAND_COLUMNS = ["Item", "Item description"] as const;

const TOTAL = /^(?:grand |sub-?|report )?totals?\b|^(?:zwischen|gesamt|end)?summe\b|^gesamt\b|^sous-total\b|^sum\b/i;

/** True for the first cell of a row of sums. */
export const startsTotal = (cell: string): boolean => TOTAL.test(cell.trim());

/** The name a row gives to the lines below it, when it holds nothing else. */
export function bandOf(cells: readonly string[]): string | null {
  const at = cells.findIndex((cell) => cell.trim() !== "");
  const text = cells[at]?.trim() ?? "";
  const isLone = cells.every((cell, column) => column === at || cell.trim() === "");
  return isLone && at < 4 && text !== "" && !startsTotal(text) ? text : null;
}

/** Two bands with lines below them: a report, not a list. */
export function looksBanded(sample: readonly FileRow[]): boolean {
  let bands = 0;
  let isInBand = false;
  for (const { cells } of sample) {
    const isBand = bandOf(cells) !== null;
    if (!isBand && isInBand) bands += 1;
    isInBand = isBand;
  }
  return bands > 0 && sample.length > 2 && bandOf(sample[0]?.cells ?? []) !== null;
}

/** The columns of a table whose lines stand under bands. */
export function withBands(table: Table): Table {
  const taken = new Set(table.headers.map(normalizeHeader));
  const added = BAND_COLUMNS.map((name) => (taken.has(normalizeHeader(name)) ? `${name} (group)` : name));
  return { ...table, kind: "bands", headers: [...table.headers, ...added], read: () => readBands(table) };
}

function* readBands(table: Table): Generator<RowBatch, void, undefined> {
  let [name, description] = ["", ""];
  for (const batch of table.read()) {
    const rows: FileRow[] = [];
    for (const { row, cells } of batch.rows) {
      const band = bandOf(cells);
      if (band !== null) {
        [name, description] = splitBand(band);
        countSkipped(batch.skipped, "band");
      } else if (startsTotal(cells.find((cell) => cell.trim() !== "") ?? "")) countSkipped(batch.skipped, "total");
      else rows.push({ row, cells: [...cells, name, description] });
    }
    yield { ...batch, rows };
  }
}

/** "WIDGET-9 (Widget, nine inch)" → the code and what it is. */
function splitBand(band: string): [name: string, description: string] {
  const match = /^(.{1,200}?)\s+\((.*)\)$/s.exec(band);
  return match ? [match[1] ?? "", match[2] ?? ""] : [band, ""];
}
