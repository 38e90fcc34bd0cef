import { encodeCodePage, isCodePage } from "@/lib/imports/code-pages";
import type { Encoding } from "@/lib/imports/encodings";

/** The encoding a file with these letters is really written in: one letter that is lacking turns all of it into marked UTF-8. */
export function writableEncoding(encoding: Encoding, letters: string): Encoding {
  return isCodePage(encoding) && encodeCodePage(letters, encoding) === null ? "utf-8-bom" : encoding;
}

/** The bytes, and the encoding they really have. */
export type EncodedFile = { bytes: Uint8Array<ArrayBuffer>; encoding: Encoding };

export function encodeFile(text: string, encoding: Encoding): EncodedFile {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    return { bytes: encodeUtf16(`\ufeff${text}`, encoding === "utf-16le"), encoding };
  }
  if (isCodePage(encoding)) {
    const bytes = encodeCodePage(text, encoding);
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
