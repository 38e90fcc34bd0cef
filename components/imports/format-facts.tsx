import { KeyValues } from "@/components/ui/key-values";
import {
  containerName,
  dateEvidence,
  dateExample,
  delimiterName,
  encodingName,
  numberEvidence,
  numberExample,
} from "@/lib/imports/describe-format";
import type { Examination } from "@/lib/imports/examine";
import type { OpenedFile } from "@/lib/imports/import-protocol";
import type { ValueFormats } from "@/lib/imports/source-format";

type Props = { file: OpenedFile; examination: Examination; formats: ValueFormats };

/** How the file is read, and what in it says so. */
export function FormatFacts({ file, examination, formats }: Props) {
  const letters = file.encodingSample ? ` For example “${file.encodingSample}”.` : "";
  return (
    <KeyValues
      className="lg:grid-cols-3"
      items={[
        { label: "Order lines", value: examination.rows.lines.toLocaleString("en-US") },
        { label: "Size", value: fileSize(file.bytes) },
        ...(file.container === "csv"
          ? [
              { label: "Letters", value: fact(encodingName(file.encoding), file.encodingEvidence + letters) },
              {
                label: "Columns separated by",
                value: fact(delimiterName(file.delimiter), `${file.headers.length} columns.`),
              },
            ]
          : [
              { label: "Kind of file", value: fact(containerName(file.container), `${file.headers.length} columns.`) },
              { label: "Sheet", value: fact(file.sheet ?? "", sheetEvidence(file)) },
            ]),
        { label: "Dates like", value: fact(dateExample(formats), dateEvidence({ ...examination, formats })) },
        { label: "Numbers like", value: fact(numberExample(formats), numberEvidence({ ...examination, formats })) },
      ]}
    />
  );
}

function sheetEvidence({ sheets }: OpenedFile): string {
  return sheets.length === 1 ? "The only sheet with cells." : `One of ${sheets.length} sheets with cells.`;
}

function fact(value: string, evidence: string) {
  return (
    <>
      {value}
      <span className="block text-xs text-muted">{evidence}</span>
    </>
  );
}

function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
