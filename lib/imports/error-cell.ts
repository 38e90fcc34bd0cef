/** What spreadsheets show where a formula failed, and our own word for a formula whose result was never stored. */
const ERROR_CELL = /^#(?:REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|NAME\?|N\/A|GETTING_DATA|FORMULA!)$/;

const HASH = 35;

export function isErrorCell(cell: string): boolean {
  return cell.charCodeAt(0) === HASH && ERROR_CELL.test(cell);
}
