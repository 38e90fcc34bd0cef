import { formatDate, isEmptyDate, parseDate } from "./calendar-dates";
import { formatDecimal, parseDecimal } from "./decimals";
import { type FieldName, fieldDefinition } from "./fields";
import type { ValueFormats } from "./source-format";

/** What a file without a single date or number with a separator is taken for. */
export const PLAIN_FORMATS: ValueFormats = {
  date: "iso",
  date_separator: "-",
  date_padded: true,
  decimal: ".",
  group: "",
};

/** Canonical text of a cell, null when it is blank. What can't be read is passed on as it is, to be reported with its place. */
export function parseCell(field: FieldName, cell: string, formats: ValueFormats): string | null {
  const text = cell.trim();
  if (text === "") return null;
  const { type } = fieldDefinition(field);
  if (type === "date") {
    const date = parseDate(text, formats) ?? text;
    return isEmptyDate(date) ? null : date;
  }
  if (type === "quantity" || type === "money") return parseDecimal(text, formats) ?? text;
  if (field === "sku" && formats.sku_in_brackets) return BRACKETED.exec(text)?.[1]?.trim() || text;
  if (field === "currency") return text.toUpperCase();
  // Workbooks know one kind of line break only: the same address from a CSV file must not look like another one.
  return isOneLine(field) ? text.replace(/\s*[\r\n]+\s*/g, " ") : text.replace(/\r\n?/g, "\n");
}

const BRACKETED = /^\[([^\]]{1,100})\]/;

/** A name broken into two lines of a quoted cell is one name. A number or code broken in two is left for the person to see. */
function isOneLine(field: FieldName): boolean {
  return field === "customer" || field === "customer_po";
}

/**
 * A canonical value as the file would write it. `like` is the cell that stood there, or a neighbour: its number of decimals,
 * grouping, currency sign and time of day are kept.
 */
export function formatCell(field: FieldName, value: string | null, formats: ValueFormats, like: string): string {
  if (value === null) return "";
  const { type } = fieldDefinition(field);
  if (type === "date") return formatDate(value, formats, like);
  if (type === "quantity" || type === "money") return formatDecimal(value, formats, like);
  return value;
}
