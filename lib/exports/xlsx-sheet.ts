import { guardCell } from "@/lib/imports/formula-guard";

/** What a workbook takes at most, by the file format's own rules. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_CELL = 32_767;

/** Everything of a workbook but its one sheet, by the path inside the archive. */
export function workbookParts(sheetName: string): Record<string, string> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The head of the sheet stays in sight while its rows scroll. */
export const SHEET_OPENING = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const SHEET_CLOSING = "</sheetData></worksheet>";

/**
 * A row of text cells: nothing becomes a number or a date, so "00042" and "1E5" stay what they are. What would be a formula
 * if somebody typed it is text too, and marked as such, so that it stays text when the cell is edited.
 */
export function sheetRow(cells: readonly string[], isHeader = false): string {
  const written = cells.map((cell) => {
    if (cell === "") return "<c/>";
    const style = isHeader ? STYLES.header : guardCell(cell) === cell ? STYLES.text : STYLES.guarded;
    return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  });
  return `<row>${written.join("")}</row>`;
}

const STYLES = { text: 1, header: 2, guarded: 3 } as const;

/** The longest name a tab may have, without the letters it may not have. */
export function sheetNameOf(name: string): string {
  const plain = name
    .replace(/\.[a-z]{3,4}$/i, "")
    .replace(/[\p{C}\s[\]:*?/\\]+/gu, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  const short = Array.from(plain).slice(0, 28).join("").trim();
  return short === "" || /^history$/i.test(short) ? "Orders" : short.slice(0, 31);
}

/**
 * XML has no control characters and makes \r a \n; the format writes them as _x000D_, and what looks like that already
 * gets its own underscore written so.
 */
function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(UNWRITABLE, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NEEDS_ESCAPE = /[&<>"\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
