import { columnLabel } from "./column-label";
import { dateExample, encodingName, numberExample } from "./describe-format";
import { FIELD_NAMES, type FieldName, fieldDefinition } from "./fields";
import { presetOf } from "./presets/known-presets";
import type { SourceFormat } from "./source-format";

/** What a version of a reading changed against the one before; all it says when it is the first. */
export function describeReadingChanges(format: SourceFormat, before: SourceFormat | null): string[] {
  if (!before) return [describeFields(format), ...formatFacts(format)];
  const known = new Set(formatFacts(before));
  const changes = [...fieldChanges(format, before), ...formatFacts(format).filter((fact) => !known.has(fact))];
  return changes.length > 0 ? changes : ["The same meaning of columns, other details of the file."];
}

const columnOf = (format: SourceFormat, field: FieldName): string | null => {
  const column = format.fields[field];
  return column === undefined ? null : `“${columnLabel(format.headers, column)}”`;
};

function describeFields(format: SourceFormat): string {
  const known = FIELD_NAMES.flatMap((field) => {
    const column = columnOf(format, field);
    return column ? [`${fieldDefinition(field).label} ${column}`] : [];
  });
  return `${known.join(", ")}.`;
}

function fieldChanges(format: SourceFormat, before: SourceFormat): string[] {
  return FIELD_NAMES.flatMap((field) => {
    const [now, then] = [columnOf(format, field), columnOf(before, field)];
    if (now === then) return [];
    const { label } = fieldDefinition(field);
    if (!now) return [`${label} is no longer read (it was ${then}).`];
    return [then ? `${label} is ${now} instead of ${then}.` : `${label} is ${now}.`];
  });
}

function formatFacts({ formats, encoding, preset, sheet, join, leaves_out }: SourceFormat): string[] {
  const system = presetOf(preset);
  return [
    `Dates like ${dateExample(formats)}, numbers like ${numberExample(formats)}, letters in ${encodingName(encoding)}.`,
    ...(system ? [`Read as ${system.name}.`] : []),
    ...(sheet ? [`Sheet “${sheet}”.`] : []),
    ...(join ? [`Two files, joined where “${join.orders}” is “${join.items}”.`] : []),
    ...(leaves_out?.includes("unmatched") ? ["Items without an order are left out."] : []),
    ...(leaves_out?.includes("hidden") ? ["Hidden rows are left out."] : []),
  ];
}
