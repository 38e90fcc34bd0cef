import { refusal } from "./problems";

const SAVE_AS_CSV = "Open it, choose “Save as” and the type “CSV UTF-8”, then upload that file.";

/** What people really upload instead of a CSV file, by its first bytes. */
const SIGNATURES: { prefix: number[]; kind: string; advice: string }[] = [
  { prefix: [0x50, 0x4b], kind: "an Excel workbook (.xlsx) or another ZIP archive", advice: SAVE_AS_CSV },
  { prefix: [0xd0, 0xcf, 0x11, 0xe0], kind: "an old Excel workbook (.xls)", advice: SAVE_AS_CSV },
  { prefix: [0x25, 0x50, 0x44, 0x46], kind: "a PDF", advice: "Export the list as CSV from the system that made it." },
  { prefix: [0x1f, 0x8b], kind: "a gzip archive", advice: "Unpack it and upload the CSV file inside." },
  { prefix: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: "a Word (RTF) document", advice: SAVE_AS_CSV },
  { prefix: [0x89, 0x50, 0x4e, 0x47], kind: "a picture (PNG)", advice: "Upload the CSV file with the orders instead." },
  { prefix: [0xff, 0xd8, 0xff], kind: "a picture (JPEG)", advice: "Upload the CSV file with the orders instead." },
];

const MARKUP = /^(?:\ufeff)?\s*<(?:!doctype|html|head|\?xml|table|meta)/i;

/** Refuses content that is recognisably something else, so the person learns what to do with the file they have. */
export function refuseBinary(bytes: Uint8Array): void {
  const found = SIGNATURES.find(({ prefix }) => isPrefix(prefix, bytes));
  if (found) throw refusal("file_binary", { kind: found.kind, advice: found.advice });
  const opening = new TextDecoder("windows-1252").decode(bytes.subarray(0, 256)).replace(/^ï»¿/, "");
  if (MARKUP.test(opening)) {
    const advice = "Some systems name a web page .xls or .csv: open it in a spreadsheet and save it as CSV UTF-8.";
    throw refusal("file_binary", { kind: "a web page or XML file", advice });
  }
}

/** “PK” alone could begin a column name, so two letters only count together with the bytes that follow in an archive. */
function isPrefix(prefix: number[], bytes: Uint8Array): boolean {
  if (!prefix.every((byte, at) => bytes[at] === byte)) return false;
  return prefix[0] !== 0x50 || ((bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9);
}
