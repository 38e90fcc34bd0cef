/**
 * Text for a header: control, line-breaking and direction-changing characters become spaces, so that a customer's name
 * can neither start a header of its own nor turn the subject around.
 */
export function oneLine(text: string, maxLength = 200): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
  const letters = Array.from(line.replaceAll(/ {2,}/g, " ").trim());
  return letters.length > maxLength ? `${letters.slice(0, maxLength - 1).join("")}…` : letters.join("");
}
