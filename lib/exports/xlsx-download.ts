import "server-only";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { AppError } from "@/lib/errors";
import { type Download, streamOf } from "./download";
import type { ExportSource } from "./export-view";
import { type ExportLine, renderRow } from "./render-rows";
import {
  MAX_SHEET_CELL,
  MAX_SHEET_ROWS,
  SHEET_CLOSING,
  SHEET_OPENING,
  sheetNameOf,
  sheetRow,
  workbookParts,
} from "./xlsx-sheet";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * The same rows as a workbook, written while the lines are read: no more of it is in memory than one page of lines. Throws
 * an `AppError` where a workbook cannot hold them.
 */
export function xlsxDownload(source: ExportSource, pages: AsyncIterable<ExportLine[]>): Download {
  if (source.rows + 1 > MAX_SHEET_ROWS || source.longestCell > MAX_SHEET_CELL) {
    throw new AppError("too_large", {
      reason: "too_large_for_a_workbook",
      hint: "A workbook holds 1,048,576 rows and 32,767 letters in a cell, and this export has more. Download it as CSV.",
    });
  }
  return { contentType: CONTENT_TYPE, body: streamOf(zipped(source, pages)) };
}

async function* zipped(
  { name, format }: ExportSource,
  pages: AsyncIterable<ExportLine[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const take = () => {
    const taken = Buffer.concat(ready);
    ready = [];
    return new Uint8Array(taken);
  };
  for (const [path, text] of Object.entries(workbookParts(sheetNameOf(name)))) {
    // Deflated although small: readers cannot tell where a stored part of a streamed archive ends.
    const part = new ZipDeflate(path);
    part.mtime = EPOCH;
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 3 });
  sheet.mtime = EPOCH;
  zip.add(sheet);
  sheet.push(strToU8(SHEET_OPENING + sheetRow(format.headers, true)));
  yield take();
  for await (const lines of pages) {
    sheet.push(strToU8(lines.map((line) => sheetRow(renderRow(format, line))).join("")));
    if (ready.length > 0) yield take();
  }
  sheet.push(strToU8(SHEET_CLOSING), true);
  zip.end();
  yield take();
}

/** A file downloaded again has the same bytes, whatever the clock says; archives know no earlier year. */
const EPOCH = "1980-01-02T12:00:00Z";
