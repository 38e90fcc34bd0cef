import { isQuantity, normalizeQuantity } from "@/lib/quantity";
import type { ValueFormats } from "./source-format";

type NumberFormat = Pick<ValueFormats, "decimal" | "group">;

/**
 * A currency sign or code may stand before or after the number: "$1,234.50", "12,00 €", "USD 5". Accounting systems write the
 * minus behind it ("12,00-") or put the number in parentheses.
 */
const CURRENCY = String.raw`(?:[A-Z]{0,2}\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Ft|Fr\.?)`;
const MONEY = new RegExp(String.raw`^(\(?-?${CURRENCY}?\s*)([+-]?\d(?:[\d.,' ]*\d)?)(-?\s*${CURRENCY}?-?\)?)$`, "u");
const SPACES = /[\u00a0\u202f\u2009\u2007]/g;
const APOSTROPHES = /[\u2019\u02bc\u00b4]/g;
const MINUSES = /[\u2212\u2012\u2013]/g;
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
  const sign = isOutsideMinus(parts) ? "-" : "";
  const plain = `${sign}${kept ? `${ungrouped}.${kept}` : ungrouped}`;
  return isQuantity(plain) ? normalizeQuantity(plain) : null;
}

/** "1234.5" → "1.234,50 €" when `like` is "10,00 €". Reading it again gives the same value. */
export function formatDecimal(value: string, format: NumberFormat, like: string): string {
  const [, sign = "", whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  const model = parseDecimal(like.trim(), format) === null ? null : splitMoney(like.trim());
  const [modelWhole = "", modelFraction = ""] = model?.number.split(format.decimal) ?? [];
  const group = format.group !== "" && modelWhole.includes(format.group) ? groupSign(format.group, like) : "";
  const digits = group ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  const decimals = fraction.padEnd(Math.min(modelFraction.length, 6), "0");
  const number = `${digits}${decimals && format.decimal + decimals}`;
  const [before, after] = [model?.before ?? "", model?.after ?? ""].map((part) => part.replace(/[-()]/g, ""));
  if (model && isOutsideMinus(model) && sign !== "")
    return model.before.includes("(")
      ? `(${before}${number}${after})`
      : trailingMinus(`${before}${number}`, model, after ?? "");
  return `${before}${sign}${number}${after}`;
}

/** A minus of its own, outside the digits: "12-", "-$12", "(12)". Both kinds at once are nobody's number. */
function isOutsideMinus({ before, number, after }: MoneyParts): boolean {
  const signs = [
    before.includes("("),
    before.includes("-"),
    after.startsWith("-"),
    after.endsWith("-") && after.length > 1,
  ];
  return signs.some(Boolean) && !/^[+-]/.test(number);
}

/** "12-" and "12- €", but "-$12" in front. */
function trailingMinus(shown: string, { before, after: modelAfter }: MoneyParts, after: string): string {
  if (before.includes("-")) return `-${shown}${after}`;
  return modelAfter.startsWith("-") ? `${shown}-${after}` : `${shown}${after}-`;
}

/** The very sign the neighbour has: a narrow space or a typographic apostrophe reads as the plain one. */
function groupSign(group: string, like: string): string {
  const pattern = group === " " ? SPACES : group === "'" ? APOSTROPHES : null;
  return (pattern && like.match(pattern)?.[0]) || group;
}

export type MoneyParts = { before: string; number: string; after: string };

/** Exported for the detection of the format, which has to look at the same part of the cell. */
export function splitMoney(text: string): MoneyParts | null {
  const plain = /[^\0-\x7f]/.test(text)
    ? text.replace(SPACES, " ").replace(APOSTROPHES, "'").replace(MINUSES, "-")
    : text;
  const match = MONEY.exec(plain);
  if (!match) return null;
  const parts = { before: match[1] ?? "", number: match[2] ?? "", after: match[3] ?? "" };
  const isWhole = parts.before.includes("(") === parts.after.includes(")");
  const minuses = plain.split("-").length - 1 + (parts.before.includes("(") ? 1 : 0);
  return isWhole && minuses < 2 ? parts : null;
}

/**
 * Groups must be of three digits: "1,23" in a file that groups with commas is a typing error, not 123. In India the groups
 * before the last are of two: "1,23,456".
 */
function ungroup(whole: string, group: NumberFormat["group"]): string | null {
  if (/^[+-]?\d+$/.test(whole)) return whole;
  if (group === "") return null;
  const [first = "", ...rest] = whole.split(group);
  const isGrouped = /^[+-]?\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
  const isIndian = rest.length > 1 && /^[+-]?\d{1,2}$/.test(first) && /^(?:\d{2},)+\d{3}$/.test(rest.join());
  return isGrouped || isIndian ? first + rest.join("") : null;
}
