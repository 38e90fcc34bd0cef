import "server-only";
import type { Encoding } from "@/lib/imports/encodings";
import { type CsvStyle, csvRecord } from "./csv";
import { encodeFile, writableEncoding } from "./encode";
import type { ExportSource } from "./export-view";
import { type ExportLine, numberColumns, renderRow } from "./render-rows";

export type Download = { contentType: string; body: ReadableStream<Uint8Array<ArrayBuffer>> };

/** A CSV file in its source's own columns and encoding, written while the lines are read. */
export function csvDownload(
  { format, letters }: Pick<ExportSource, "format" | "letters">,
  pages: AsyncIterable<ExportLine[]>,
): Download {
  return encodedStream(csvTexts(format, pages), writableEncoding(format.encoding, letters + format.headers.join("")));
}

/** A CSV file whose every letter the encoding has, written while its texts are made. */
export function encodedStream(texts: AsyncIterable<string>, encoding: Encoding): Download {
  return {
    contentType: `text/csv; charset=${charsets[encoding]}`,
    body: streamOf(encoded(texts, encoding)),
  };
}

async function* csvTexts(
  format: ExportSource["format"],
  pages: AsyncIterable<ExportLine[]>,
): AsyncGenerator<string, void, undefined> {
  const { delimiter, line_ending, quotes_all } = format;
  const style: CsvStyle = { delimiter, line_ending, quotes_all, numberColumns: numberColumns(format) };
  yield csvRecord(format.headers, { ...style, numberColumns: new Set() });
  for await (const lines of pages) {
    yield lines.map((line) => csvRecord(renderRow(format, line), style)).join("");
  }
}

/** Only the first piece of a file carries the mark of its encoding. */
async function* encoded(
  texts: AsyncIterable<string>,
  wanted: Encoding,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const mark = encodeFile("", wanted).bytes.length;
  let isFirst = true;
  for await (const text of texts) {
    const { bytes, encoding } = encodeFile(text, wanted);
    // The letters were counted when the lines were frozen; half a file in another encoding would be unreadable.
    if (encoding !== wanted) throw new Error(`A letter of the export is missing in ${wanted}.`);
    yield isFirst ? bytes : bytes.subarray(mark);
    isFirst = false;
  }
}

/** Pulled piece by piece: nothing is read ahead of whoever downloads it, and nothing goes on when they leave. */
export function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

const charsets = {
  "utf-8": "utf-8",
  "utf-8-bom": "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1252": "windows-1252",
  "windows-1250": "windows-1250",
  "windows-1251": "windows-1251",
  cp850: "ibm850",
  cp437: "ibm437",
  cp852: "ibm852",
  cp858: "ibm00858",
  cp866: "ibm866",
} satisfies Record<Encoding, string>;

/** The headers of a download that is kept by nobody on the way. The name has only letters that every system can write. */
export function downloadHeaders(fileName: string, contentType: string): Record<string, string> {
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "private, no-store",
  };
}
