import { checkSize, type DecodedFile, decodeFile } from "./decode";
import { type Dialect, detectDialect, quotesEverything } from "./dialect";
import { cellGrid, type Grid, textGrid } from "./grid";
import { refusal } from "./problems";
import type { ReadingChoices } from "./reading-choices";
import type { Container, SourceFormat } from "./source-format";
import { openWorkbook, type Sheet } from "./workbook";
import { workbookKind } from "./workbook-kind";

/** One file, ready to be cut into records. A workbook has no dialect, a text no sheets. */
export type ReadFile =
  | { container: "csv"; bytes: Uint8Array; decoded: DecodedFile; dialect: Dialect; quotesAll: boolean; grid: Grid }
  | { container: Exclude<Container, "csv">; bytes: Uint8Array; sheets: Sheet[] };

/** Throws `FileRefused`. Nothing of the file is trusted before its size and kind are known. */
export async function readFile(file: Blob, choices: ReadingChoices): Promise<ReadFile> {
  checkSize(file.size);
  const buffer = await file.arrayBuffer().catch(() => {
    throw refusal("file_unreadable", {});
  });
  const bytes = new Uint8Array(buffer);
  const kind = workbookKind(bytes);
  if (!kind) return readText(bytes, choices);
  const { kind: container, sheets } = await openWorkbook(bytes, kind);
  return { container, bytes, sheets };
}

export function readText(bytes: Uint8Array, { encoding, delimiter }: ReadingChoices): ReadFile & { container: "csv" } {
  const decoded = decodeFile(bytes, encoding ?? null);
  const dialect = detectDialect(decoded.text, delimiter ?? null);
  const quotesAll = quotesEverything(decoded.text, dialect);
  return { container: "csv", bytes, decoded, dialect, quotesAll, grid: textGrid(decoded.text, dialect) };
}

/**
 * A source that was read before in an encoding its bytes alone can't tell is read in it again, unless this file shows that the
 * source has moved to Unicode.
 */
export function readAsBefore(file: ReadFile, earlier: SourceFormat, choices: ReadingChoices): ReadFile {
  if (file.container !== "csv" || choices.encoding) return file;
  // Which of two spellings is right was said about a file of the same source.
  if (file.decoded.encoding === earlier.encoding) return { ...file, decoded: { ...file.decoded, rival: null } };
  const isUnicode = file.decoded.encoding.startsWith("utf") && file.decoded.sample !== null;
  if (isUnicode || earlier.encoding.startsWith("utf")) return file;
  try {
    return readText(file.bytes, { ...choices, encoding: earlier.encoding });
  } catch {
    // A byte that encoding has no letter for: the source has changed, and what was detected stands.
    return file;
  }
}

export function sheetGrid(sheet: Sheet, choices: ReadingChoices): Grid {
  return cellGrid(sheet.cells, choices.leavesOut?.includes("hidden") ? sheet.hiddenRows : undefined);
}
