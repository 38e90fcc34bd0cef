import { CODE_PAGES, type CodePage, hasLetterFor, upperHalf } from "./code-pages";

/** How the file's special letters read in the likeliest page, and in another that would do as well; null when none would. */
export type CodePageFindings = { page: CodePage; word: string; rival: { page: CodePage; word: string } | null };

const MAX_WORDS = 2_000;
/** Windows is where most files come from: another page has to read clearly better. */
const WINDOWS_BONUS = 0.15;
const MARGIN = 0.1;
const CYRILLIC = new Set<CodePage>(["windows-1251", "cp866"]);
/** Not told apart by their letters: 858 is 850 with a euro sign. A person may choose it. */
const CANDIDATES = CODE_PAGES.filter((page) => page !== "cp858");

/**
 * Guesses the page by how words look in it: a real word has letters where it has special characters, no capital after a
 * small letter, and in a Latin page few special letters in a row. Null when no page has a letter for every byte.
 */
export function detectCodePage(bytes: Uint8Array): CodePageFindings | null {
  const words = wordsWithHighBytes(bytes);
  const scored = CANDIDATES.map((page) => ({ page, half: upperHalf(page) }))
    .filter(({ half }) => words.every((word) => word.every((byte) => hasLetterFor(half, byte))))
    .map(({ page, half }) => {
      const readings = words.map((word) => readWord(word, half));
      const total = readings.reduce((sum, reading) => sum + plausibility(reading, CYRILLIC.has(page)), 0);
      const score = total / words.length + (page === "windows-1252" ? WINDOWS_BONUS : 0);
      return { page, score, text: readings.join("\n"), readings };
    })
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return null;
  const rival = scored.find(({ score, text }) => text !== best.text && best.score - score < MARGIN);
  const at = rival ? best.readings.findIndex((reading, index) => reading !== rival.readings[index]) : 0;
  return {
    page: best.page,
    word: best.readings[at] ?? "",
    rival: rival ? { page: rival.page, word: rival.readings[at] ?? "" } : null,
  };
}

/** Runs of letters and high bytes, each different one once. */
function wordsWithHighBytes(bytes: Uint8Array): number[][] {
  const words = new Map<string, number[]>();
  for (let at = 0; at < bytes.length && words.size < MAX_WORDS; at += 1) {
    if ((bytes[at] ?? 0) < 128) continue;
    let [start, end] = [at, at];
    while (start > 0 && isWordByte(bytes[start - 1] ?? 0) && at - start < 20) start -= 1;
    while (end + 1 < bytes.length && isWordByte(bytes[end + 1] ?? 0) && end - at < 20) end += 1;
    const word = [...bytes.subarray(start, end + 1)];
    words.set(word.join(), word);
    at = end;
  }
  return [...words.values()];
}

const isWordByte = (byte: number): boolean => byte >= 128 || ((byte | 32) >= 97 && (byte | 32) <= 122);

function readWord(word: number[], half: string): string {
  return word.map((byte) => (byte < 128 ? String.fromCharCode(byte) : half.charAt(byte - 128))).join("");
}

const LATIN = /^(?=[\p{Ll}\p{Lu}])\p{Script=Latin}$/u;
const CYRILLIC_LETTER = /^\p{Script=Cyrillic}$/u;
const UPPER = /^\p{Lu}$/u;
const LOWER = /^\p{Ll}$/u;
/** Letters that exist in a page and hardly in any name; a page that reads a common word with them is the wrong one. */
const RARE = /[ƒªºþðÞÐýŔŕĹĺĂăŢţŞşŰűÿµıßŽž¿]/u;
/** Letters in places where their languages don't have them: the word was written in a page of central Europe. */
const MISPLACED = /õ(?!e)|[aeiouy]ø|[ìùò](?=\p{Ll})|È(?=\p{Ll})/u;
/** Signs that stand beside a word or a number in ordinary text. */
const SIGN = /^[°€§©®™“”„‘’–—…«»\u00a0·×±•]$/u;
const BOX = /[\u2500-\u259f]/;
/** Letters that are a word by themselves. */
const ALONE = /^[àéèêíóúåøöæÀÉÈÅØÖ]$/u;

/** From 1, an ordinary word, downwards. */
function plausibility(word: string, isCyrillic: boolean): number {
  const letters = [...word];
  const isAlone = letters.length === 1;
  const isLetter = (letter: string) => LATIN.test(letter) || (isCyrillic && CYRILLIC_LETTER.test(letter));
  let penalty = MISPLACED.test(word) ? 0.4 : 0;
  let special = 0;
  for (const [at, letter] of letters.entries()) {
    if (letter < "\u0080") continue;
    const [before = "", after = ""] = [letters[at - 1], letters[at + 1]];
    if (!isLetter(letter)) {
      // A sign inside a word is no letter of it: "M³ller".
      if (isLetter(before) && isLetter(after)) penalty += 1;
      else penalty += BOX.test(letter) ? 1 : isAlone ? 0.1 : SIGN.test(letter) ? 0.2 : 0.6;
      continue;
    }
    special += 1;
    if (RARE.test(letter)) penalty += 0.12;
    if (isAlone && !isCyrillic && !ALONE.test(letter)) penalty += 0.5;
    if (UPPER.test(letter) && LOWER.test(before)) penalty += 1;
    if (LOWER.test(letter) && UPPER.test(after)) penalty += 1;
    if (isCyrillic && (isAscii(before) || isAscii(after))) penalty += 1;
  }
  const isCrowded = !isCyrillic && special > 1 && special / letters.length > 0.6;
  return 1 - Math.min(penalty, 2) - (isCrowded ? 0.8 : 0);
}

const isAscii = (letter: string): boolean => letter !== "" && letter < "\u0080";
