import type { CellObject, SSF } from "@e965/xlsx";

export type Ssf = typeof SSF;

/**
 * A cell as text: dates as calendar dates, numbers with all their digits and a decimal point, and what is shown where the
 * format is part of the value ("00123", "SO-000123"). Nothing that a column's width or rounding hides is lost.
 */
export function cellText(cell: CellObject, ssf: Ssf, is1904: boolean): string {
  if (cell.t === "e") return typeof cell.w === "string" ? cell.w : "#VALUE!";
  if (cell.t === "z" || cell.v === undefined || cell.v === null) return cell.f === undefined ? "" : "#FORMULA!";
  if (cell.t === "b") return cell.v ? "TRUE" : "FALSE";
  if (cell.t === "d") return new Date(cell.v as Date).toISOString().slice(0, 10);
  if (cell.t !== "n" || typeof cell.v !== "number") return String(cell.v);
  const format = typeof cell.z === "string" ? cell.z : "General";
  if (ssf.is_date(format)) return dateText(cell.v, ssf, is1904) ?? cell.w ?? String(cell.v);
  return showsMore(format) && cell.w ? cell.w.trim() : numberText(cell.v);
}

/** "2026-09-14", with its time when it has one. Null for what is no date: a duration, or a day before the calendar begins. */
function dateText(value: number, ssf: Ssf, is1904: boolean): string | null {
  const parts = ssf.parse_date_code(value, { date1904: is1904 }) as
    | { y: number; m: number; d: number; H: number; M: number; S: number }
    | null
    | undefined;
  if (!parts || parts.y < 1900 || value < 1) return null;
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  const seconds = Math.floor(parts.S);
  return parts.H + parts.M + seconds === 0 ? date : `${date} ${two(parts.H)}:${two(parts.M)}:${two(seconds)}`;
}

/** All fifteen digits a workbook keeps, without an exponent: 0.1 + 0.2 is 0.3 there too. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!/e/i.test(text)) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/\.?0+$/, "") : BigInt(rounded).toString();
}

/** True for a format that adds what the number alone doesn't say: leading zeros, a prefix, digits in groups of a code, percent. */
export function showsMore(format: string): boolean {
  const [first = ""] = format.split(";");
  const plain = first
    .replace(/\[[^\]]*\]/g, "")
    .replace(/[_*]./g, "")
    .replace(/"[\s]*(?:\p{Sc}|[A-Z]{3}|kr|zł|Kč)?[\s]*"/gu, "")
    .replace(/\\[\s,'-]/g, " ")
    .replace(/\p{Sc}/gu, "")
    .trim();
  if (/^general$/i.test(plain)) return false;
  return /^0{2,}/.test(plain) || /["%@\\]|0[-/() ]+0/.test(plain) || /[A-DF-Za-df-z]/.test(plain);
}
