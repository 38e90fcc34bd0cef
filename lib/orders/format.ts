/** What an order number or SKU looks like, with one example that fits; the database keeps both. */
export type Format = { pattern: string; example: string };

export const MAX_PATTERN = 60;
export const MAX_FORMATS = 5;

/** One place of a pattern: a character that stands for itself, or one of a class, once or more often. */
export type FormatToken =
  | { kind: "literal"; text: string }
  | { kind: "digit" | "letter" | "either"; isRepeated: boolean }
  | { kind: "rest" };

const classes = { "#": "digit", A: "letter", "?": "either" } as const;

/**
 * A pattern as its tokens: `#` a digit, `A` a letter, `?` either, each with `+` for one or more, `*` the rest (at the end
 * only), `\` takes the next character as it is. Null when it cannot be read, has nothing that varies, or fits anything.
 * `private.format_regex` in the database reads it the same way.
 */
export function readPattern(pattern: string): FormatToken[] | null {
  const characters = [...pattern];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (pattern !== pattern.replace(/^ +| +$/g, "") || /[\x01-\x1f\x7f]/.test(pattern)) return null;
  if (characters.length < 1 || characters.length > MAX_PATTERN || pattern === "*") return null;
  const tokens: FormatToken[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    if (character === "#" || character === "A" || character === "?") {
      const isRepeated = characters[at + 1] === "+";
      if (isRepeated) at++;
      tokens.push({ kind: classes[character], isRepeated });
    } else if (character === "*") {
      if (at < characters.length - 1) return null;
      tokens.push({ kind: "rest" });
    } else if (character === "\\") {
      const text = characters[++at];
      if (text === undefined) return null;
      tokens.push({ kind: "literal", text });
    } else tokens.push({ kind: "literal", text: character });
  }
  return tokens.some(({ kind }) => kind !== "literal") ? tokens : null;
}

/**
 * Whether a text fits. All places it could be at are followed at once, so the time grows with the text, whatever the
 * pattern.
 */
export function matchesFormat(pattern: string, text: string): boolean {
  const tokens = readPattern(pattern);
  if (!tokens) return false;
  let places = new Set([0]);
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (!token || !takes(token, character)) continue;
      next.add(place + 1);
      if (token.kind === "rest" || (token.kind !== "literal" && token.isRepeated)) next.add(place);
    }
    places = next;
  }
  return places.has(tokens.length);
}

/** Whether a text fits one of them; where there are none everything does. */
export function fitsFormats(formats: readonly Format[], text: string): boolean {
  return formats.length === 0 || formats.some(({ pattern }) => matchesFormat(pattern, text));
}

function takes(token: FormatToken, character: string): boolean {
  switch (token.kind) {
    case "literal":
      return token.text === character;
    case "digit":
      return /^[0-9]$/.test(character);
    case "letter":
      return /^[A-Za-z]$/.test(character);
    case "either":
      return /^[0-9A-Za-z]$/.test(character);
    case "rest":
      return true;
  }
}
