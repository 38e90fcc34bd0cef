import { choosePreset, mapByPreset } from "./choose-preset";
import { missingRequiredFields } from "./fields";
import { cellGrid } from "./grid";
import { findHeaderRow } from "./header-row";
import { proposeMapping } from "./propose-mapping";
import { findRecordTypes } from "./record-types";
import type { Sheet } from "./workbook";

/** A sheet as it can be chosen. `hiddenRows` counts rows a person doesn't see. */
export type SheetChoice = { name: string; rows: number; hiddenRows: number; isHidden: boolean };

/** `isAmbiguous`: several sheets look like order lines, so a person has to say which. */
export type SheetFindings = { sheet: Sheet; sheets: SheetChoice[]; isAmbiguous: boolean };

const LOOKED_AT = 200;

/** The sheet that looks like order lines. Hidden ones are only taken when somebody names them. */
export function chooseSheet(sheets: Sheet[], wanted: string | undefined, remembered: readonly string[]): SheetFindings {
  const choices = sheets.map(({ name, cells, hiddenRows, isHidden }) => ({
    name,
    rows: cells.length,
    hiddenRows: hiddenRows.size,
    isHidden,
  }));
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = visible.length > 0 ? visible : sheets;
  const known = sheets.find(({ name }) => name === wanted) ?? candidates.find(({ name }) => remembered.includes(name));
  const likely = candidates.filter((sheet) => looksLikeLines(sheet));
  const largest = candidates.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  const sheet = known ?? likely[0] ?? largest ?? sheets[0];
  if (!sheet) throw new Error("A workbook without sheets was not refused.");
  return { sheet, sheets: choices, isAmbiguous: !known && likely.length > 1 };
}

function looksLikeLines({ cells }: Sheet): boolean {
  const first = cells.slice(0, LOOKED_AT);
  if (findRecordTypes(cellGrid(first))) return true;
  const at = findHeaderRow(first);
  const headers = (first[at] ?? []).map((cell) => cell.trim());
  const preset = choosePreset(headers);
  if (preset && (preset.hasBands || missingRequiredFields(mapByPreset(preset, headers)).length === 0)) return true;
  const rows = first.slice(at + 1).map((row, index) => ({ row: at + 2 + index, cells: row }));
  return rows.length > 0 && proposeMapping(headers, rows).missing.length === 0;
}
