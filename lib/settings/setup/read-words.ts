import { suggestStage } from "@/lib/imports/suggest-stage";
import type { WordMeaning } from "@/lib/settings/setup/setup-facts";
import { splitWords } from "@/lib/settings/setup/split-words";
import { foldWord, type Stage } from "@/lib/settings/status-word";

type Typed = { words: string[]; stages: Stage[]; more: string; intent: "continue" | "add" | "usual" };

/** The words of the form with their meanings, and those that were pasted or are usual, with the meaning they usually have. */
export function readWords({ words, stages, more, intent }: Typed, usual: readonly string[]): WordMeaning[] {
  const result = words.map((word, at): WordMeaning => ({ word, stage: stages[at] ?? "unknown" }));
  const known = new Set(words.map(foldWord));
  for (const word of [...splitWords(more), ...(intent === "usual" ? usual : [])]) {
    if (known.has(foldWord(word))) continue;
    known.add(foldWord(word));
    result.push({ word, stage: suggestStage(word) ?? "unknown" });
  }
  return result;
}
