/**
 * A spreadsheet runs a cell that starts with one of these, also when spaces, control or invisible characters come first.
 * Full-width and small forms are folded to the plain ones by some spreadsheets.
 */
const RUNNABLE = /^[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r＝＋－＠﹢﹣﹦﹫]/u;

const PLAIN_NUMBER = /^[+-]?\d[\d.,]*$/;

/** True when the text could run as a formula once its leading apostrophes are gone. */
function isGuardable(text: string): boolean {
  return RUNNABLE.test(text.replace(/^'+/, ""));
}

/**
 * Prefixes `'` to a text a spreadsheet could run. A text that already looks guarded gets one more, so that every text has
 * exactly one guarded form and `unguardCell(guardCell(text)) === text` for all of them.
 */
export function guardCell(text: string): string {
  return isHarmlessStart(text) || !isGuardable(text) ? text : `'${text}`;
}

/** Takes off the one apostrophe that guards a formula-like cell; every other apostrophe belongs to the text. */
export function unguardCell(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && isGuardable(text) ? text.slice(1) : text;
}

/** "-5", "+5" and "-1,234.50" are numbers to a spreadsheet, whatever column they are in: nothing runs. */
export function isPlainNumber(text: string): boolean {
  return PLAIN_NUMBER.test(text);
}

const APOSTROPHE = 39;

/** Most cells start with an ASCII letter or digit; they skip the regular expressions. */
function isHarmlessStart(text: string): boolean {
  if (text === "") return true;
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
