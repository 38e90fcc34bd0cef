import type { SourceFormat } from "@/lib/imports/source-format";
import { type CsvStyle, csvRecord } from "./csv";
import { type EncodedFile, encodeFile } from "./encode";
import { type ExportLine, numberColumns, renderRow } from "./render-rows";

/** The whole export in the source's own columns, order, formats, delimiter, line ending and encoding. */
export function csvFile(source: SourceFormat, lines: Iterable<ExportLine>): EncodedFile {
  const style: CsvStyle = {
    delimiter: source.delimiter,
    line_ending: source.line_ending,
    numberColumns: numberColumns(source),
  };
  const records = [csvRecord(source.headers, { ...style, numberColumns: new Set() })];
  for (const line of lines) records.push(csvRecord(renderRow(source, line), style));
  return encodeFile(records.join(""), source.encoding);
}
