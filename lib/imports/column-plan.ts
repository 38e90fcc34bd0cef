import type { Examination } from "./examine";
import { type FieldColumns, type FieldName, missingRequiredFields } from "./fields";
import type { OpenedFile } from "./import-protocol";
import type { SourceFormat, ValueFormats } from "./source-format";

/** What a person said about the dates and numbers; null until they did. */
export type FormatAnswers = { date: "dmy" | "mdy" | null; decimal: "." | "," | null };

/** The formats the file shows, with the answers where it leaves something open. */
export function formatsWith({ formats, dates, numbers }: Examination, answers: FormatAnswers): ValueFormats {
  const { decimal } = answers;
  const date = dates.isAmbiguous ? answers.date : null;
  const isAnswered = numbers.isAmbiguous && decimal !== null;
  const rival = decimal === "." ? "," : ".";
  return {
    ...formats,
    ...(date && { date }),
    ...(isAnswered && { decimal, group: formats.group === decimal ? rival : formats.group || rival }),
  };
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
  | { kind: "missing"; fields: FieldName[] }
  | { kind: "dates" }
  | { kind: "numbers" };

/** What has to be settled before the rows can be sent. */
export function blockersOf(
  file: OpenedFile,
  columns: FieldColumns,
  { dates, numbers }: Examination,
  answers: FormatAnswers,
): Blocker[] {
  const missing = missingRequiredFields(columns);
  return [
    ...(file.rowProblemCount > 0 ? [{ kind: "rows" as const, count: file.rowProblemCount }] : []),
    ...(missing.length > 0 ? [{ kind: "missing" as const, fields: missing }] : []),
    ...(dates.isAmbiguous && answers.date === null ? [{ kind: "dates" as const }] : []),
    ...(numbers.isAmbiguous && answers.decimal === null ? [{ kind: "numbers" as const }] : []),
  ];
}

/** Everything the next import and the export need to know about files like this one. */
export function sourceFormatOf(file: OpenedFile, fields: FieldColumns, formats: ValueFormats): SourceFormat {
  const { headers, encoding, delimiter, lineEnding } = file;
  return { headers, fields, formats, encoding, delimiter, line_ending: lineEnding };
}
