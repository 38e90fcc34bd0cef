import type { Encoding } from "./encodings";

/** Encodings with one byte for a letter, ASCII in the lower half. */
export const CODE_PAGES = [
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "cp850",
  "cp437",
  "cp852",
  "cp858",
  "cp866",
] as const satisfies Encoding[];

export type CodePage = (typeof CODE_PAGES)[number];

export const isCodePage = (encoding: Encoding): encoding is CodePage =>
  (CODE_PAGES as readonly string[]).includes(encoding);

/**
 * The letters of 0x80–0xFF. `TextDecoder` knows the Windows pages and 866 but none of these three; the packages that do
 * carry half a megabyte of tables for a hundred pages nobody exports orders in. A test compares them with SheetJS's tables.
 */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const CP852 =
  "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0";

/** The upper half of a page as 128 characters, or of the platform's own decoder, which has no letter for some bytes. */
export function upperHalf(page: CodePage): string {
  if (page === "cp437") return CP437;
  if (page === "cp850") return CP850;
  if (page === "cp852") return CP852;
  if (page === "cp858") return CP850.replace("ı", "€");
  const label = page === "cp866" ? "ibm866" : page;
  return new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));
}

/** The platform fills a byte without a letter with a control character of the same number; that is no letter. */
export function hasLetterFor(half: string, byte: number): boolean {
  return byte < 128 || half.charCodeAt(byte - 128) > 0x9f;
}

const SLICE = 32 * 1024;

/** Bytes → text, every byte a letter. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  if (page.startsWith("windows-")) return new TextDecoder(page).decode(bytes);
  const half = upperHalf(page);
  const codes = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : half.charCodeAt(byte - 128)));
  const parts: string[] = [];
  const slice = new Uint16Array(SLICE);
  for (let at = 0; at < bytes.length; at += SLICE) {
    const length = Math.min(SLICE, bytes.length - at);
    for (let index = 0; index < length; index += 1) slice[index] = codes[bytes[at + index] ?? 0] ?? 0;
    parts.push(String.fromCharCode(...slice.subarray(0, length)));
  }
  return parts.join("");
}

/** Null when a letter doesn't exist there; replacing it by "?" would change the customer's data. */
export function encodeCodePage(text: string, page: CodePage): Uint8Array<ArrayBuffer> | null {
  const byteOf = bytesOf(page);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : byteOf.get(code);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

const known = new Map<CodePage, ReadonlyMap<number, number>>();

/** The byte of each letter; a file is encoded piece by piece, the table is made once. */
function bytesOf(page: CodePage): ReadonlyMap<number, number> {
  const half = upperHalf(page);
  const bytes =
    known.get(page) ??
    new Map(
      Array.from({ length: 128 }, (_, index) => 128 + index)
        .filter((byte) => hasLetterFor(half, byte))
        .map((byte) => [half.charCodeAt(byte - 128), byte]),
    );
  known.set(page, bytes);
  return bytes;
}
