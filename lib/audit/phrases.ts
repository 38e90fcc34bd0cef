const LONGEST_QUOTE = 140;

/** "1 change", "4 changes"; takes the list or its length. */
export function countOf(things: number | readonly unknown[], noun: string): string {
  const count = typeof things === "number" ? things : things.length;
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

/** In quotation marks on one line, cut where a sentence would get lost; the details have all of it. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const letters = Array.from(line);
  return `“${letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join("").trimEnd()}…` : line}”`;
}

/** "requester, approver and admin". */
export function joined(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** "partially_shipped" → "partially shipped". */
export function stageName(stage: string): string {
  return stage.replaceAll("_", " ");
}

const nouns: Record<string, string> = {
  set_quantity: "changing quantities",
  remove_line: "removing lines",
  add_line: "adding lines",
  substitute_line: "substituting lines",
  set_line_date: "moving line dates",
  set_order_date: "moving the order's date",
  close_line: "closing the rest of lines",
  set_ship_to: "changing the address",
  set_ship_method: "changing the ship method",
  cancel_order: "cancelling orders",
};

/** What a kind of change does, as the object of a sentence. */
export function nounOfKind(kind: string): string {
  return nouns[kind] ?? kind.replaceAll("_", " ");
}
