import type { Examination } from "./examine";
import { type FieldColumns, type FieldName, missingRequiredFields } from "./fields";
import type { OpenedFile } from "./import-protocol";
import type { Continuation } from "./line-reader";
import type { Reading } from "./normalize-rows";
import type { ReadingChoices } from "./reading-choices";
import type { SourceFormat, ValueFormats } from "./source-format";

/** What a person said about what the file leaves open; null until they did. */
export type FormatAnswers = {
  date: "dmy" | "mdy" | null;
  decimal: "." | "," | null;
  epoch: "serial" | "serial1904" | null;
  /** Whether rows without an order number continue the order above. */
  continues: boolean | null;
};

export const NO_ANSWERS: FormatAnswers = { date: null, decimal: null, epoch: null, continues: null };

/** The formats the file shows, with the answers where it leaves something open. */
export function formatsWith({ formats, dates, numbers }: Examination, answers: FormatAnswers): ValueFormats {
  const { decimal } = answers;
  const date = dates.isAmbiguous ? answers.date : dates.isEpochAmbiguous ? answers.epoch : null;
  const isAnswered = numbers.isAmbiguous && decimal !== null;
  const rival = decimal === "." ? "," : ".";
  return {
    ...formats,
    ...(date && { date }),
    ...(isAnswered && { decimal, group: formats.group === decimal ? rival : formats.group || rival }),
  };
}

/** How an order's values reach its further lines. */
export function continuationWith({ continuation }: Examination, answers: FormatAnswers): Continuation {
  return continuation.isAmbiguous && answers.continues === false ? "full" : continuation.continuation;
}

/** Gives a column a meaning, or none. A field has one column, so it leaves the one it had: `movedFrom`. */
export function assignField(
  columns: FieldColumns,
  column: number,
  field: FieldName | null,
): { columns: FieldColumns; movedFrom: number | null } {
  const next = Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== column)) as FieldColumns;
  if (field === null) return { columns: next, movedFrom: null };
  const movedFrom = next[field] ?? null;
  return { columns: { ...next, [field]: column }, movedFrom };
}

export type Blocker =
  | { kind: "rows"; count: number }
  | { kind: "errors"; count: number }
  | { kind: "missing"; fields: FieldName[] }
  | { kind: "no_lines" }
  | { kind: "dates" }
  | { kind: "epoch" }
  | { kind: "numbers" }
  | { kind: "continuation" }
  | { kind: "encoding" }
  | { kind: "sheet" }
  | { kind: "unmatched"; count: number };

/** What has to be settled before the rows can be sent. */
export function blockersOf(
  file: OpenedFile,
  columns: FieldColumns,
  examination: Examination,
  answers: FormatAnswers,
  choices: ReadingChoices = file.choices,
): Blocker[] {
  const { dates, numbers, continuation, errorCells, rows } = examination;
  const missing = missingRequiredFields(columns);
  const blockers: (Blocker | false)[] = [
    file.rowProblemCount > 0 && { kind: "rows", count: file.rowProblemCount },
    missing.length > 0 && { kind: "missing", fields: missing },
    errorCells.length > 0 && { kind: "errors", count: errorCells.length },
    rows.lines === 0 && { kind: "no_lines" },
    file.encodingRival !== null && choices.encoding === undefined && { kind: "encoding" },
    file.isSheetAmbiguous && choices.sheet === undefined && { kind: "sheet" },
    hasUnmatched(file) &&
      !choices.leavesOut?.includes("unmatched") && { kind: "unmatched", count: file.rest?.items ?? 0 },
    dates.isAmbiguous && answers.date === null && { kind: "dates" },
    dates.isEpochAmbiguous && answers.epoch === null && { kind: "epoch" },
    numbers.isAmbiguous && answers.decimal === null && { kind: "numbers" },
    continuation.isAmbiguous && answers.continues === null && { kind: "continuation" },
  ];
  return blockers.filter((blocker) => blocker !== false);
}

/** Items whose order is in neither file. */
export const hasUnmatched = ({ rest }: OpenedFile): boolean => (rest?.items ?? 0) > 0;

/** Everything the next import and the export need to know about files like this one, and where this one's rows went. */
export function sourceFormatOf(
  file: OpenedFile,
  fields: FieldColumns,
  examination: Examination,
  answers: FormatAnswers = NO_ANSWERS,
  choices: ReadingChoices = file.choices,
): SourceFormat {
  const { headers, encoding, delimiter, lineEnding } = file;
  const join = file.joins[0]?.key;
  const preset = choices.preset ?? file.preset?.id;
  return {
    headers,
    fields,
    formats: formatsWith(examination, answers),
    encoding,
    delimiter,
    line_ending: lineEnding,
    container: file.container,
    ...(file.sheet !== null && { sheet: file.sheet }),
    ...(file.quotesAll && { quotes_all: true }),
    header_row: file.headerRow,
    table: file.table,
    continuation: continuationWith(examination, answers),
    ...(join && { join }),
    ...(choices.leavesOut && choices.leavesOut.length > 0 && { leaves_out: choices.leavesOut }),
    ...(Object.keys(examination.derived).length > 0 && { derived: examination.derived }),
    ...(preset !== undefined && { preset }),
    rows: examination.rows,
  };
}

/** How a file with this format is read into rows. */
export function readingOf(format: SourceFormat): Reading {
  const { fields, formats, continuation, derived } = format;
  return {
    fields,
    formats,
    ...(continuation && { continuation }),
    ...(derived && { derived }),
  };
}
