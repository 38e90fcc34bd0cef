import { foldWord } from "@/lib/settings/status-word";

const MAX_WORDS = 200;

/** Words as typed or pasted, from a column of a sheet say: one to a line, or several with commas, semicolons or tabs. */
export function splitWords(text: string): string[] {
  const words = new Map<string, string>();
  for (const part of text.split(/[\n,;\t|]/)) {
    const word = part
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^["“”']|["“”']$/g, "")
      .slice(0, 120);
    if (word && !words.has(foldWord(word))) words.set(foldWord(word), word);
  }
  return [...words.values()].slice(0, MAX_WORDS);
}
