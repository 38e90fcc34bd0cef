import { type Format, MAX_FORMATS, matchesFormat, readPattern } from "@/lib/orders/format";
import { exampleOf } from "@/lib/orders/format-words";
import { inferFormats } from "@/lib/orders/infer-format";

export type ReadFormats = { ok: true; formats: Format[] } | { ok: false; problem: string };

/**
 * Formats as typed, one to a line, each with the first typed example that fits it or one made up. Where only examples were
 * typed the formats are theirs.
 */
export function readFormats(patternText: string, exampleText: string): ReadFormats {
  const patterns = linesOf(patternText);
  const examples = examplesOf(exampleText);
  if (patterns.length === 0) {
    const formats = inferFormats(examples);
    if (examples.length > 0 && formats.length === 0)
      return { ok: false, problem: `“${examples[0]}” has nothing that could vary. Type a format, or other examples.` };
    return { ok: true, formats };
  }
  const unreadable = patterns.find((pattern) => readPattern(pattern) === null);
  if (unreadable !== undefined) return { ok: false, problem: patternProblem(unreadable) };
  if (patterns.length > MAX_FORMATS)
    return { ok: false, problem: `Give at most ${MAX_FORMATS} formats; * at the end makes one fit more.` };
  const odd = examples.find((text) => !patterns.some((pattern) => matchesFormat(pattern, text)));
  if (odd !== undefined)
    return { ok: false, problem: `Your example “${odd}” fits none of these. Change a format or the example.` };
  const formats = patterns.map((pattern) => ({
    pattern,
    example: examples.find((text) => matchesFormat(pattern, text)) ?? exampleOf(pattern),
  }));
  return { ok: true, formats };
}

/** Examples as typed: one to a line, or several with commas between them. */
export function examplesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
}

export function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** Why a pattern cannot be read. */
export function patternProblem(pattern: string): string {
  const next = "Use # for a digit, A for a letter, ? for either, and * at the end for the rest.";
  if (pattern === "*") return "* alone fits everything. Leave the format empty instead, or say how it begins.";
  if (/[^\\]\*./.test(pattern) || pattern.startsWith("*"))
    return `“${pattern}” has a * before its end. It stands for the rest, so it comes last; write \\* for the character itself.`;
  return `“${pattern}” has nothing that varies. ${next}`;
}
