import type { Container } from "./source-format";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A workbook by its first bytes; whether an archive really is one shows when its directory is read. */
export function workbookKind(bytes: Uint8Array): Exclude<Container, "csv"> | null {
  if (ZIP.every((byte, at) => bytes[at] === byte)) return "xlsx";
  return COMPOUND.every((byte, at) => bytes[at] === byte) ? "xls" : null;
}
