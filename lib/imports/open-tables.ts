import { looksBanded, withBands } from "./bands";
import { choosePreset } from "./choose-preset";
import { chooseSheet, type SheetChoice } from "./choose-sheet";
import type { Delimiter, LineEnding } from "./dialect";
import type { Encoding } from "./encodings";
import { withoutErrorColumn } from "./error-column";
import type { Grid } from "./grid";
import { findJoins, type JoinCandidate, type JoinRest, joinTables } from "./join-files";
import { MAX_FILE_BYTES } from "./limits";
import { type FileRow, openGrid, type Table } from "./parse";
import { presetOf } from "./presets/known-presets";
import type { Preset } from "./presets/preset";
import { refusal } from "./problems";
import { proposeMapping, rememberMapping } from "./propose-mapping";
import { type ReadFile, readAsBefore, readFile, sheetGrid } from "./read-file";
import type { ReadingChoices } from "./reading-choices";
import { findRecordTypes, openRecordTypes } from "./record-types";
import type { Container, SourceFormat } from "./source-format";

/** How the files are written, as the page shows it. A workbook's encoding, delimiter and line ending mean nothing. */
export type FileFacts = {
  container: Container;
  encoding: Encoding;
  encodingEvidence: string;
  encodingSample: string | null;
  /** Another encoding that would do as well, and how the same word reads in it. */
  encodingRival: { encoding: Encoding; sample: string } | null;
  delimiter: Delimiter;
  lineEnding: LineEnding;
  quotesAll: boolean;
  sheet: string | null;
  sheets: SheetChoice[];
  isSheetAmbiguous: boolean;
  /** For two files: the ways they fit together, the one that was taken first. */
  joins: JoinCandidate[];
};

export type OpenedTable = FileFacts & { table: Table; preset: Preset | null; rest: () => JoinRest | null };

/** From files to one table of lines: cut, header found, two files joined, groups told apart. Throws `FileRefused`. */
export async function openTables(
  files: readonly Blob[],
  sources: readonly SourceFormat[],
  choices: ReadingChoices,
): Promise<OpenedTable> {
  if (files.length > 2) throw refusal("too_many_files", {});
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MAX_FILE_BYTES) throw refusal("file_too_large", { bytes });
  const opened: Opened[] = [];
  for (const file of files) opened.push(openOne(await readFile(file, choices), sources, choices));
  const [first, second] = opened;
  if (!first) throw refusal("file_empty", {});
  if (second) return joinTwo(first, second, sources, choices);
  const preset = choosePresetFor(first.table, choices, sources);
  const table = isReport(first.table, preset) ? withBands(first.openAgain(true)) : first.table;
  return { ...first.facts, table, preset, rest: () => null };
}

type Opened = { table: Table; facts: FileFacts; openAgain: (isReport: boolean) => Table };

function openOne(file: ReadFile, sources: readonly SourceFormat[], choices: ReadingChoices): Opened {
  const earlier = sources.map(({ headers }) => headers);
  const open = (grid: Grid, isReport = false): Table => {
    const types = findRecordTypes(grid);
    if (types) return openRecordTypes(grid, types);
    const { headerRow } = choices;
    return withoutErrorColumn(openGrid(grid, { earlier, isReport, ...(headerRow !== undefined && { headerRow }) }));
  };
  if (file.container !== "csv") {
    const remembered = sources.flatMap(({ sheet }) => sheet ?? []);
    const { sheet, sheets, isAmbiguous } = chooseSheet(file.sheets, choices.sheet, remembered);
    const grid = sheetGrid(sheet, choices);
    const facts = {
      ...PLAIN_FACTS,
      container: file.container,
      sheet: sheet.name,
      sheets,
      isSheetAmbiguous: isAmbiguous,
    };
    return { table: open(grid), facts, openAgain: (isReport) => open(grid, isReport) };
  }
  const table = open(file.grid);
  const before = sources.find((source) => rememberMapping(table.headers, source));
  const text = before ? readAsBefore(file, before, choices) : file;
  if (text.container !== "csv") throw new Error("A text turned into a workbook.");
  const { decoded, dialect } = text;
  const facts: FileFacts = {
    ...PLAIN_FACTS,
    encoding: decoded.encoding,
    encodingEvidence: decoded.evidence,
    encodingSample: decoded.sample,
    encodingRival: decoded.rival,
    delimiter: dialect.delimiter,
    lineEnding: dialect.hasMixedLineEndings ? "\r\n" : dialect.lineEnding,
    quotesAll: text.quotesAll,
  };
  return { table: text === file ? table : open(text.grid), facts, openAgain: (isReport) => open(text.grid, isReport) };
}

const PLAIN_FACTS: FileFacts = {
  container: "csv",
  encoding: "utf-8",
  encodingEvidence: "",
  encodingSample: null,
  encodingRival: null,
  delimiter: ",",
  lineEnding: "\r\n",
  quotesAll: false,
  sheet: null,
  sheets: [],
  isSheetAmbiguous: false,
  joins: [],
};

function joinTwo(
  first: Opened,
  second: Opened,
  sources: readonly SourceFormat[],
  choices: ReadingChoices,
): OpenedTable {
  const found = findJoins(first.table, second.table);
  const wanted = choices.join ? [choices.join] : sources.flatMap(({ join }) => join ?? []);
  const isWanted = ({ key }: JoinCandidate) =>
    wanted.some(({ orders, items }) => key.orders === orders && key.items === items);
  const chosen = found.find(isWanted) ?? found[0];
  if (!chosen) throw refusal("files_do_not_join", {});
  const [orders, items] = chosen.isSwapped ? [second, first] : [first, second];
  const table = joinTables(orders.table, items.table, chosen.key);
  const preset = choosePresetFor(table, choices, sources);
  const joins = [chosen, ...found.filter((one) => one !== chosen)];
  return { ...items.facts, joins, table, preset, rest: table.rest };
}

/** A person's word first, then the last one about the same columns, then the column names. */
function choosePresetFor(table: Table, choices: ReadingChoices, sources: readonly SourceFormat[]): Preset | null {
  const before = sources.find((source) => rememberMapping(table.headers, source))?.preset;
  const said = choices.preset ?? before;
  return said === undefined ? choosePreset(table.headers) : presetOf(said);
}

/** A report by its system, or by rows that hold nothing but a name where the columns lack the item or the order. */
function isReport(table: Table, preset: Preset | null): boolean {
  if (preset || table.kind !== "rows") return preset?.hasBands === true && !hasItem(table);
  if (hasItem(table)) return false;
  const sample: FileRow[] = [];
  for (const { rows } of table.read()) {
    sample.push(...rows);
    if (sample.length > 200) break;
  }
  return looksBanded(sample) && proposeMapping(table.headers, sample).missing.length > 0;
}

const hasItem = ({ headers }: Table): boolean => headers.some((header) => /^(?:item|sku)$/i.test(header));
