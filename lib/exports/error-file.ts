import "server-only";
import { describeRowNote } from "@/lib/imports/describe-row-note";
import { ERROR_COLUMN } from "@/lib/imports/error-column";
import type { NotedRow, RowNote } from "@/lib/imports/import-view";
import type { SourceFormat } from "@/lib/imports/source-format";
import { type CsvStyle, csvRecord } from "./csv";
import { type Download, encodedStream } from "./download";
import { numberColumns } from "./render-rows";

/**
 * The file as it came with a last column that says what is wrong, ready to be corrected and uploaded again: all of its rows,
 * because a file is imported whole. Our sentences have quotation marks that code pages lack, so it is marked UTF-8 unless the
 * source writes UTF-16.
 */
export function errorFile(format: SourceFormat, pages: AsyncIterable<readonly NotedRow[]>): Download {
  const encoding = format.encoding.startsWith("utf-16") ? format.encoding : "utf-8-bom";
  return encodedStream(texts(format, pages), encoding);
}

async function* texts(
  format: SourceFormat,
  pages: AsyncIterable<readonly NotedRow[]>,
): AsyncGenerator<string, void, undefined> {
  const { delimiter, line_ending, quotes_all, headers } = format;
  const style: CsvStyle = {
    delimiter,
    line_ending,
    numberColumns: numberColumns(format),
    ...(quotes_all && { quotes_all }),
  };
  yield csvRecord([...headers, ERROR_COLUMN], { ...style, numberColumns: new Set() });
  for await (const rows of pages) {
    yield rows
      .map(({ cells, notes }) =>
        csvRecord([...headers.map((_, column) => cells[column] ?? ""), sentenceOf(notes)], style),
      )
      .join("");
  }
}

/** Every error of the row, each with its column and value. */
function sentenceOf(notes: readonly RowNote[]): string {
  return notes
    .filter(({ level }) => level === "error")
    .map((note) => {
      const { what, next } = describeRowNote(note);
      const place = note.column ? `${note.column}: ` : "";
      const value = note.value ? ` (“${note.value}”)` : "";
      return `${place}${what}${value} ${next}`;
    })
    .join(" | ");
}
