import {
  MAX_CELL_BYTES,
  MAX_COLUMNS,
  MAX_FILE_BYTES,
  MAX_HEADER_CHARACTERS,
  MAX_RECORD_CHARACTERS,
  MAX_ROWS,
} from "./limits";

/** Every reason to refuse a whole file, with the facts its sentence needs. */
export type FileProblemFacts = {
  file_empty: Record<never, never>;
  file_too_large: { bytes: number };
  file_unreadable: Record<never, never>;
  file_binary: { kind: string; advice: string };
  file_has_nul: { line: number };
  encoding_damaged: { line: number };
  encoding_unknown: { line: number; byte: string; encoding: string };
  quote_unclosed: { line: number };
  quote_malformed: { line: number };
  record_too_long: { line: number };
  files_do_not_join: Record<never, never>;
  too_many_files: Record<never, never>;
  workbook_damaged: { kind: string };
  workbook_locked: Record<never, never>;
  workbook_too_large: { kind: string; megabytes: number; max: number };
  workbook_empty: Record<never, never>;
  header_blank: Record<never, never>;
  header_duplicate: { header: string; first: string; second: string };
  header_too_long: { column: string };
  header_only: Record<never, never>;
  single_column: { header: string };
  too_many_columns: { columns: number };
  too_many_rows: Record<never, never>;
  cell_too_long: { row: number; column: string };
  rows_ragged: { rows: number; row: number };
  row_too_large: { row: number; bytes: number };
};

export type FileProblemCode = keyof FileProblemFacts;

/** A refusal as the person reads it: the place, the value, the next step. `facts` allow a page to point at the place. */
export type FileProblem = { code: FileProblemCode; message: string; facts: Record<string, string | number> };

/** Thrown inside the reader and turned into a value where the file was handed in. */
export class FileRefused extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.message);
    this.name = "FileRefused";
    this.problem = problem;
  }
}

export function refusal<C extends FileProblemCode>(code: C, facts: FileProblemFacts[C]): FileRefused {
  return new FileRefused({ code, message: sentences[code](facts), facts });
}

const count = (value: number) => value.toLocaleString("en-US");
const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

const sentences: { [C in FileProblemCode]: (facts: FileProblemFacts[C]) => string } = {
  file_empty: () => "The file is empty. Export the open orders again and upload that file.",
  file_too_large: ({ bytes }) =>
    `The file has ${count(bytes)} bytes; the limit is ${count(MAX_FILE_BYTES)} (50 MB). Export only open orders, or split the file by order.`,
  file_unreadable: () =>
    "Your browser could not read the file. It may have been moved, changed or opened elsewhere since you chose it; choose it again.",
  file_binary: ({ kind, advice }) => `This is not a CSV file: it looks like ${kind}. ${advice}`,
  file_has_nul: ({ line }) =>
    `Line ${line} contains a NUL byte, so the file is damaged or not text. Export it again as CSV (UTF-8).`,
  encoding_damaged: ({ line }) =>
    `The text of the file is damaged in line ${line}, so letters would be lost. Export it again, or save it as CSV UTF-8.`,
  encoding_unknown: ({ line, byte, encoding }) =>
    `Line ${line} contains the byte ${byte}, which exists neither in UTF-8 nor in ${encoding}. Save the file as CSV UTF-8 and upload it again.`,
  quote_unclosed: ({ line }) =>
    `The quotation mark opened in line ${line} is never closed. Close it, or double it if it belongs to the text, and upload the file again.`,
  quote_malformed: ({ line }) =>
    `A quoted cell that starts in line ${line} goes on after its closing quotation mark. Double the quotation marks inside the cell and upload the file again.`,
  record_too_long: ({ line }) =>
    `The row that starts in line ${line} is longer than ${count(MAX_RECORD_CHARACTERS)} characters. A line break or a quotation mark is probably missing there.`,
  files_do_not_join: () =>
    "The two files have no column in common: one needs an order number that is different in every row, the other the same numbers. Choose an export of the orders and one of their items.",
  too_many_files: () =>
    "More than two files were chosen. Choose one file with all order lines, or two: the orders and their items.",
  workbook_damaged: ({ kind }) =>
    `This ${kind} can’t be opened: it is damaged or not what its name says. Open it in a spreadsheet, save it as .xlsx and upload that file.`,
  workbook_locked: () =>
    "The workbook is protected with a password, so nothing in it can be read. Save a copy without the password and upload that.",
  workbook_too_large: ({ kind, megabytes, max }) =>
    `Unpacked, the ${kind} would have ${count(megabytes)} MB; the limit is ${count(max)} MB. Save only the sheet with the open orders, or export it as CSV.`,
  workbook_empty: () => "No sheet of the workbook has any cells. Export the open orders again and upload that file.",
  header_blank: () =>
    "No row with column names was found. The first rows must hold them; add them and upload the file again.",
  header_duplicate: ({ header, first, second }) =>
    `The column name ${quoted(header)} appears twice, in columns ${first} and ${second}. Rename one of them and upload the file again.`,
  header_too_long: ({ column }) =>
    `The name of column ${column} is longer than ${MAX_HEADER_CHARACTERS} characters. The first row must hold the column names; delete the rows above them or shorten the name.`,
  header_only: () => "The file has column names but no rows. Export the open orders again; nothing was imported.",
  single_column: ({ header }) =>
    `Only one column was found (${quoted(header)}). Columns must be separated by comma, semicolon, tab or |; export the file again as CSV.`,
  too_many_columns: ({ columns }) =>
    `The first row has ${count(columns)} columns; the limit is ${MAX_COLUMNS}. Export only the columns you need.`,
  too_many_rows: () =>
    `The file has more than ${count(MAX_ROWS)} rows. Export only open orders, or split the file by order.`,
  cell_too_long: ({ row, column }) =>
    `Row ${row}, column ${quoted(column)}, is longer than ${count(MAX_CELL_BYTES)} bytes. Shorten the text and upload the file again.`,
  rows_ragged: ({ rows, row }) =>
    `${count(rows)} ${rows === 1 ? "row does" : "rows do"} not have as many cells as there are columns, first row ${row}. A separator inside a cell needs quotation marks around the cell; correct the file and upload it again.`,
  row_too_large: ({ row, bytes }) =>
    `Row ${row} needs ${count(bytes)} bytes, more than fits into one step of the upload. Shorten its texts and upload the file again.`,
};
