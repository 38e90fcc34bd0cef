import { type Format, type FormatToken, readPattern } from "./format";

const nouns = { digit: "digit", letter: "letter", either: "letter or digit" } as const;

/** "“SO-” and 5 digits", for who reads a pattern the first time; null when it cannot be read. */
export function describePattern(pattern: string): string | null {
  const tokens = readPattern(pattern);
  if (!tokens) return null;
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runAt(tokens, at);
    parts.push(wordsOf(run));
    at += run.length;
  }
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? null);
}

/** A text that fits: digits count up, letters go through the alphabet. Empty when the pattern cannot be read. */
export function exampleOf(pattern: string): string {
  let [digits, letters] = [0, 0];
  const next = {
    digit: () => String(++digits % 10),
    letter: () => String.fromCharCode(65 + (letters++ % 26)),
    either: () => (letters > digits ? next.digit() : next.letter()),
  };
  return (readPattern(pattern) ?? []).reduce((text, token) => text + exampleOfToken(token, next), "");
}

function exampleOfToken(token: FormatToken, next: Record<"digit" | "letter" | "either", () => string>): string {
  if (token.kind === "literal") return token.text;
  if (token.kind === "rest") return "X1";
  const one = next[token.kind];
  return token.isRepeated ? one() + one() + one() : one();
}

/** "SKUs look like A+-* (such as WH-SHELF-48)." The database says the same. */
export function formatsSentence(subject: "Order numbers" | "SKUs", formats: readonly Format[]): string {
  return `${subject} look like ${formats.map(({ pattern, example }) => `${pattern} (such as ${example})`).join(" or ")}.`;
}

/** Tokens that are said together: literals, or the same class counted. */
function runAt(tokens: readonly FormatToken[], start: number): FormatToken[] {
  const run: FormatToken[] = [];
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    const first = run[0];
    if (!token || (first && !(first.kind === token.kind && !isRepeated(first) && !isRepeated(token)))) break;
    run.push(token);
  }
  return run;
}

function isRepeated(token: FormatToken): boolean {
  return token.kind === "rest" || (token.kind !== "literal" && token.isRepeated);
}

function wordsOf(run: readonly FormatToken[]): string {
  const [first] = run;
  if (!first || first.kind === "rest") return "anything after that";
  if (first.kind === "literal") return `“${run.map((token) => (token.kind === "literal" ? token.text : "")).join("")}”`;
  const noun = nouns[first.kind];
  if (first.isRepeated) return first.kind === "either" ? "one or more letters or digits" : `one or more ${noun}s`;
  if (run.length === 1) return `a ${noun}`;
  return first.kind === "either" ? `${run.length} letters or digits` : `${run.length} ${noun}s`;
}
