import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { MAX_COLUMNS, MAX_ROWS } from "./limits";
import { FileRefused, refusal } from "./problems";
import type { Container } from "./source-format";
import { cellText, type Ssf } from "./workbook-cell";
import { unpackWorkbook } from "./workbook-parts";

/** One sheet as text, every row as long as the widest. */
export type Sheet = { name: string; cells: string[][]; hiddenRows: ReadonlySet<number>; isHidden: boolean };

export type OpenedWorkbook = { kind: Exclude<Container, "csv">; sheets: Sheet[] };

/** The cells of all sheets that have some. Throws `FileRefused`. Only ever run in a worker or on the server: it takes a while. */
export async function openWorkbook(bytes: Uint8Array, kind: Exclude<Container, "csv">): Promise<OpenedWorkbook> {
  const { data, kind: found } = kind === "xls" ? { data: bytes, kind } : unpackWorkbook(bytes);
  // Half a megabyte that only people with workbooks need.
  const { read, SSF } = await import("@e965/xlsx");
  let book: WorkBook;
  try {
    book = read(data, {
      type: "array",
      dense: true,
      // A formula without a stored result has no value at all; it must not look like a blank cell.
      sheetStubs: true,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellText: true,
      cellStyles: true,
      bookVBA: false,
      sheetRows: MAX_ROWS + 1_000,
    });
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw isPasswordError(error)
      ? refusal("workbook_locked", {})
      : refusal("workbook_damaged", { kind: kindName(found) });
  }
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    const read = sheet && readSheet(sheet, SSF, is1904);
    return read ? [{ name, isHidden, ...read }] : [];
  });
  if (sheets.length === 0) throw refusal("workbook_empty", {});
  return { kind: found, sheets };
}

export const kindName = (kind: Exclude<Container, "csv">): string =>
  ({ xlsx: "Excel workbook", xls: "old Excel workbook (.xls)", ods: "OpenDocument spreadsheet" })[kind];

type Row = (CellObject | undefined)[] | undefined;

/** Null for a sheet without a cell. */
function readSheet(sheet: WorkSheet, ssf: Ssf, is1904: boolean): Pick<Sheet, "cells" | "hiddenRows"> | null {
  const rows: Row[] = (sheet["!data"] ?? []) as Row[];
  const cells: string[][] = [];
  let width = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const texts = (rows[at] ?? []).slice(0, MAX_COLUMNS + 1).map((cell) => (cell ? cellText(cell, ssf, is1904) : ""));
    // Holes of a sparse array are no cells either.
    const row = Array.from(texts, (text) => text ?? "");
    while (row.length > 0 && row.at(-1) === "") row.pop();
    width = Math.max(width, row.length);
    cells.push(row);
  }
  while (cells.length > 0 && cells.at(-1)?.length === 0) cells.pop();
  if (cells.length === 0) return null;
  fillMerged(sheet, cells);
  width = Math.max(width, ...sampleLengths(cells));
  for (const row of cells) while (row.length < width) row.push("");
  return { cells, hiddenRows: hiddenRows(sheet, cells.length) };
}

function sampleLengths(cells: string[][]): number[] {
  return cells.slice(0, 1_000).map(({ length }) => length);
}

/** A value in merged cells stands in all of their rows, as a person reads it; across columns it stays in the first one. */
function fillMerged(sheet: WorkSheet, cells: string[][]): void {
  for (const { s, e } of (sheet["!merges"] ?? []).slice(0, MAX_ROWS)) {
    const value = cells[s.r]?.[s.c] ?? "";
    if (value === "") continue;
    for (let row = s.r + 1; row <= Math.min(e.r, cells.length - 1); row += 1) {
      const own = cells[row];
      if (!own) continue;
      while (own.length <= s.c) own.push("");
      own[s.c] = value;
    }
  }
}

function hiddenRows(sheet: WorkSheet, count: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  const rows = sheet["!rows"] ?? [];
  for (let at = 0; at < Math.min(rows.length, count); at += 1) if (rows[at]?.hidden) hidden.add(at + 1);
  return hidden;
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && /password|ecma-376|encryptedpackage/i.test(error.message);
}
