import "server-only";
import type { Encoding } from "@/lib/imports/encodings";
import type { SourceFormat } from "@/lib/imports/source-format";
import { type CsvStyle, csvRecord } from "./csv";
import { encodeFile } from "./encode";
import { type ExportLine, numberColumns, renderRow } from "./render-rows";

export type Download = { encoding: Encoding; body: ReadableStream<Uint8Array<ArrayBuffer>> };

/**
 * A file in its source's own columns and encoding, written while the lines are read. Windows-1252 is written at once at the
 * end, because a letter it lacks, in any line, turns the whole file into UTF-8.
 */
export async function exportDownload(source: SourceFormat, pages: AsyncIterable<ExportLine[]>): Promise<Download> {
  const texts = csvTexts(source, pages);
  if (source.encoding !== "windows-1252")
    return { encoding: source.encoding, body: streamOf(encoded(texts, source.encoding)) };
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  const { bytes, encoding } = encodeFile(parts.join(""), source.encoding);
  return { encoding, body: streamOf(slices(bytes)) };
}

async function* csvTexts(source: SourceFormat, pages: AsyncIterable<ExportLine[]>): AsyncGenerator<string> {
  const { delimiter, line_ending } = source;
  const style: CsvStyle = { delimiter, line_ending, numberColumns: numberColumns(source) };
  yield csvRecord(source.headers, { ...style, numberColumns: new Set() });
  for await (const lines of pages) {
    yield lines.map((line) => csvRecord(renderRow(source, line), style)).join("");
  }
}

/** Only the first piece of a file carries the mark of its encoding. */
async function* encoded(texts: AsyncIterable<string>, encoding: Encoding): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const mark = encodeFile("", encoding).bytes.length;
  let isFirst = true;
  for await (const text of texts) {
    const { bytes } = encodeFile(text, encoding);
    yield isFirst ? bytes : bytes.subarray(mark);
    isFirst = false;
  }
}

const SLICE = 256 * 1024;

async function* slices(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
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
} satisfies Record<Encoding, string>;

/** The headers of a download that is kept by nobody on the way. The name has only letters that every system can write. */
export function downloadHeaders(fileName: string, encoding: Encoding): Record<string, string> {
  return {
    "content-type": `text/csv; charset=${charsets[encoding]}`,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "private, no-store",
  };
}

/** "export-12-updates.csv", with the source's name when there are several files. */
export function exportFileName(
  { number, scope }: { number: number; scope: string },
  source?: { name: string; position: number },
): string {
  const name = source?.name
    .replace(/\.[a-z]{3,4}$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const parts = ["export", number, scope === "open" ? "open-orders" : "updates"];
  return `${[...parts, ...(source ? [source.position, name].filter(Boolean) : [])].join("-")}.csv`;
}
