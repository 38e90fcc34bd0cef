import { type Format, MAX_FORMATS, MAX_PATTERN, matchesFormat, readPattern } from "./format";

type Run = { kind: "digits" | "letters" | "other"; text: string };

/**
 * The formats these examples have: one where they are alike, one that ends in "the rest" where only their beginnings are, and
 * one for each where they have nothing in common. Every example fits one of them.
 */
export function inferFormats(examples: readonly string[]): Format[] {
  const texts = [...new Set(examples.map((text) => text.trim()).filter(Boolean))];
  const [first] = texts;
  if (first === undefined) return [];
  const together = patternOf(texts.map(runsOf));
  if (together && texts.every((text) => matchesFormat(together, text))) return [{ pattern: together, example: first }];
  const apart = texts.flatMap((text) => {
    const pattern = patternOf([runsOf(text)]);
    return pattern && matchesFormat(pattern, text) ? [{ pattern, example: text }] : [];
  });
  const different = apart.filter(({ pattern }, at) => apart.findIndex((one) => one.pattern === pattern) === at);
  return different.slice(0, MAX_FORMATS);
}

function runsOf(text: string): Run[] {
  return [...text.matchAll(/([0-9]+)|([A-Za-z]+)|([^0-9A-Za-z])/g)].map(([all, digits, letters]) => ({
    kind: digits ? "digits" : letters ? "letters" : "other",
    text: all,
  }));
}

function patternOf(examples: readonly Run[][]): string | null {
  const shortest = Math.min(...examples.map((runs) => runs.length));
  const isSameLength = examples.every((runs) => runs.length === shortest);
  let pattern = "";
  let at = 0;
  for (; at < shortest; at++) {
    const part = partOf(examples.map((runs) => runs[at] as Run));
    if (part === null) break;
    pattern += part;
  }
  // Only beginnings alike: the rest is anything, which every example must have some of.
  if (!isSameLength || at < shortest) {
    if (at === 0) return null;
    while (at > 0 && examples.some((runs) => runs.length <= at)) {
      at--;
      pattern = examples[0] ? prefix(examples, at) : "";
    }
    pattern += "*";
  }
  return pattern.length <= MAX_PATTERN && readPattern(pattern) ? pattern : null;
}

function prefix(examples: readonly Run[][], length: number): string {
  return Array.from({ length }, (_, at) => partOf(examples.map((runs) => runs[at] as Run)) ?? "").join("");
}

/** What these runs have in common; null when they are of different kinds or other signs. */
function partOf(runs: readonly Run[]): string | null {
  const [first] = runs;
  if (!first || runs.some(({ kind }) => kind !== first.kind)) return null;
  const isSameText = runs.every(({ text }) => text === first.text);
  const isSameLength = runs.every(({ text }) => text.length === first.text.length);
  switch (first.kind) {
    case "other":
      return isSameText ? literal(first.text) : null;
    case "digits":
      return isSameLength ? "#".repeat(first.text.length) : "#+";
    case "letters":
      if (isSameText) return literal(first.text);
      return isSameLength ? "A".repeat(first.text.length) : "A+";
  }
}

function literal(text: string): string {
  return text.replaceAll(/[#A?*\\]/g, "\\$&");
}
