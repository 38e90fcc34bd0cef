import { refusal } from "./problems";

/**
 * Workbooks are ZIP archives. What they unpack to is added up from the archive's own directory before anything is unpacked; a
 * directory that lies is caught while unpacking, because no part gets more memory than it announced.
 */
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
export const MAX_PARTS = 2_000;

export type ZipPart = { name: string; bytes: number; isEncrypted: boolean };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/** The archive's parts with their announced sizes. Throws `FileRefused` for a damaged or oversized one. */
export function readZipDirectory(bytes: Uint8Array, kind: string): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw refusal("workbook_damaged", { kind });
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  // All ones means a larger archive than any workbook of 50 MB.
  if (count === 0xffff || count > MAX_PARTS) throw tooLarge(kind, MAX_UNPACKED_BYTES * 2);
  const parts: ZipPart[] = [];
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw refusal("workbook_damaged", { kind });
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + (nameLength ?? 0)));
    const size = view.getUint32(at + 24, true);
    parts.push({ name, bytes: size, isEncrypted: (view.getUint16(at + 8, true) & 1) === 1 });
    total += size;
    if (total > MAX_UNPACKED_BYTES) throw tooLarge(kind, sumOfSizes(view, start, end, count));
    at += ENTRY_BYTES + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return parts;
}

/** The end record stands at the end, behind it at most a comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function sumOfSizes(view: DataView, start: number, end: number, count: number): number {
  let total = 0;
  for (let index = 0, at = start; index < count && at + ENTRY_BYTES <= end; index += 1) {
    total += view.getUint32(at + 24, true);
    at += ENTRY_BYTES + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  return total;
}

function tooLarge(kind: string, bytes: number): Error {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return refusal("workbook_too_large", { kind, megabytes, max: MAX_UNPACKED_BYTES / 1024 / 1024 });
}
