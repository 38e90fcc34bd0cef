import { isQuantity, normalizeQuantity } from "@/lib/quantity";
import type { ValueFormats } from "./source-format";

type NumberFormat = Pick<ValueFormats, "decimal" | "group">;

/** A currency sign or code may stand before or after the number: "$1,234.50", "12,00 €", "USD 5". */
const MONEY = /^((?:\p{Sc}|[A-Z]{3})?\s*)([+-]?\d(?:[\d.,' ]*\d)?)(\s*(?:\p{Sc}|[A-Z]{3})?)$/u;
const SPACES = /[\u00a0\u202f\u2009]/g;
const WHOLE = /^\d{1,12}$/;

/** "1.234,50" → "1234.5", as text and never through a float. Null for what isn't such a number. */
export function parseDecimal(text: string, format: NumberFormat): string | null {
  if (WHOLE.test(text) && (text === "0" || text.charCodeAt(0) !== 48)) return text;
  const parts = splitMoney(text);
  if (!parts) return null;
  const [whole = "", fraction, ...more] = parts.number.split(format.decimal);
  if (more.length > 0 || fraction === "") return null;
  const ungrouped = ungroup(whole, format.group);
  const isDigits = ungrouped !== null && (fraction === undefined || /^\d+$/.test(fraction));
  if (!isDigits) return null;
  // Zeros beyond the sixth decimal say nothing; any other digit there would be lost, so it is refused.
  const kept = fraction?.replace(/0+$/, "");
  const plain = kept ? `${ungrouped}.${kept}` : ungrouped;
  return isQuantity(plain) ? normalizeQuantity(plain) : null;
}

/** "1234.5" → "1.234,50 €" when `like` is "10,00 €". Reading it again gives the same value. */
export function formatDecimal(value: string, format: NumberFormat, like: string): string {
  const [, sign = "", whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  const model = parseDecimal(like.trim(), format) === null ? null : splitMoney(like.trim());
  const [modelWhole = "", modelFraction = ""] = model?.number.split(format.decimal) ?? [];
  const isGrouped = format.group !== "" && modelWhole.includes(format.group);
  const digits = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, format.group) : whole;
  const decimals = fraction.padEnd(Math.min(modelFraction.length, 6), "0");
  const number = `${sign}${digits}${decimals && format.decimal + decimals}`;
  return `${model?.before ?? ""}${number}${model?.after ?? ""}`;
}

/** Exported for the detection of the format, which has to look at the same part of the cell. */
export function splitMoney(text: string): { before: string; number: string; after: string } | null {
  const match = MONEY.exec(text.replace(SPACES, " "));
  return match ? { before: match[1] ?? "", number: match[2] ?? "", after: match[3] ?? "" } : null;
}

/** Groups must be of three digits: "1,23" in a file that groups with commas is a typing error, not 123. */
function ungroup(whole: string, group: NumberFormat["group"]): string | null {
  if (/^[+-]?\d+$/.test(whole)) return whole;
  if (group === "") return null;
  const [first = "", ...rest] = whole.split(group);
  const isGrouped = /^[+-]?\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
  return isGrouped ? first + rest.join("") : null;
}
