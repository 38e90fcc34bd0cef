/** What one request holds at most. */
export const MAX_CHANGES = 100;
export const MAX_REASON = 2_000;
export const MAX_SKU = 100;
export const MAX_DESCRIPTION = 500;
export const MAX_UOM = 20;
export const MAX_SHIP_TO = 1_000;
export const MAX_SHIP_METHOD = 120;

/*
 * What is wrong with a text as typed, as a sentence, or null. The form says it while one types and the schema when it
 * arrives; here without the schema library, which would be a seventh of all the script the form loads.
 */

export function decimalProblem(text: string): string | null {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text.trim())
    ? null
    : "Use a plain number like 12 or 12.5: at most twelve digits before the point and six after it.";
}

export function quantityProblem(text: string): string | null {
  return decimalProblem(text) ?? (/[1-9]/.test(text) ? null : "Use a number above zero, or remove the line.");
}

/** Text on one line; control characters are refused by the database, too. */
export function lineTextProblem(text: string, max: number): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return "Fill this in.";
  if (trimmed.length > max) return `Use at most ${max} characters.`;
  return /^\P{Cc}*$/u.test(trimmed) ? null : "Use text without line breaks or control characters.";
}

/** Text on several lines, as addresses are. */
export function linesProblem(text: string, max: number): string | null {
  const plain = plainLines(text);
  if (plain === "") return "Fill this in.";
  if (plain.length > max) return `Use at most ${max.toLocaleString("en-US")} characters.`;
  return /^[\P{Cc}\n]*$/u.test(plain) ? null : "Type it again instead of pasting it: it has characters nobody can see.";
}

/** Line feeds between lines, each of them trimmed, none empty at the ends: as the database compares it. */
export function plainLines(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/ *\n */g, "\n")
    .replaceAll(/^[ \n]+|[ \n]+$/g, "");
}
