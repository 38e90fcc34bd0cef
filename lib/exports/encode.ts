import type { Encoding } from "@/lib/imports/encodings";

/** The encoding a file with these letters is really written in: one letter that is lacking turns all of it into marked UTF-8. */
export function writableEncoding(encoding: Encoding, letters: string): Encoding {
  return encoding === "windows-1252" && encodeWindows1252(letters) === null ? "utf-8-bom" : encoding;
}

/** The bytes, and the encoding they really have. */
export type EncodedFile = { bytes: Uint8Array<ArrayBuffer>; encoding: Encoding };

export function encodeFile(text: string, encoding: Encoding): EncodedFile {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    return { bytes: encodeUtf16(`\ufeff${text}`, encoding === "utf-16le"), encoding };
  }
  if (encoding === "windows-1252") {
    const bytes = encodeWindows1252(text);
    return bytes ? { bytes, encoding } : encodeFile(text, "utf-8-bom");
  }
  const marked = encoding === "utf-8-bom" ? `\ufeff${text}` : text;
  return { bytes: new TextEncoder().encode(marked), encoding };
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return new Uint8Array(view.buffer);
}

/** Null when a letter doesn't exist there; replacing it by "?" would change the customer's data. */
function encodeWindows1252(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSame = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    const byte = isSame ? code : WINDOWS_1252_BYTES.get(code);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

/** The letters Windows-1252 keeps in 0x80–0x9F, by their Unicode number. */
const WINDOWS_1252_BYTES = new Map(
  Array.from({ length: 32 }, (_, index) => 0x80 + index)
    .map((byte): [number, number] => [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)).charCodeAt(0), byte])
    .filter(([code]) => code > 0x9f),
);
