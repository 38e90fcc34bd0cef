import { unzipSync, zipSync } from "fflate";
import { refusal } from "./problems";
import type { Container } from "./source-format";
import { readZipDirectory } from "./zip-guard";

/** Pictures, drawings, charts, pivot caches and macros are never unpacked. */
const isNeeded = (name: string): boolean =>
  /\.(?:xml|rels)$/i.test(name) &&
  !/^xl\/(?:media|drawings|charts|pivot\w+|diagrams|embeddings|ctrlProps|activeX)\//i.test(name);

/**
 * The parts with cells, packed again without compression: whoever reads them cannot be made to unpack more than was counted.
 * Throws `FileRefused` for another archive than a workbook, a damaged one, and one that is too large.
 */
export function unpackWorkbook(bytes: Uint8Array): { data: Uint8Array; kind: Exclude<Container, "csv"> } {
  const parts = readZipDirectory(bytes, "file");
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (names.has("encryptedpackage") || parts.some(({ isEncrypted }) => isEncrypted))
    throw refusal("workbook_locked", {});
  if (names.has("xl/workbook.bin"))
    throw otherFile("a binary Excel workbook (.xlsb)", "Save it as .xlsx and upload that file.");
  const kind = names.has("xl/workbook.xml") ? "xlsx" : names.has("content.xml") ? "ods" : null;
  if (kind === "ods") {
    throw otherFile(
      "an OpenDocument spreadsheet or text",
      "Save it as Excel workbook (.xlsx) or as CSV and upload that file.",
    );
  }
  if (!kind) throw otherFile("a ZIP archive", "Unpack it and upload the file with the orders.");
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => isNeeded(name) });
    return { data: zipSync(unpacked, { level: 0 }), kind };
  } catch {
    // Whatever fflate says about the bytes, the person can only make the file again.
    throw refusal("workbook_damaged", { kind: "Excel workbook" });
  }
}

const otherFile = (kind: string, advice: string): Error => refusal("file_binary", { kind, advice });
