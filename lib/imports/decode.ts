import { refuseBinary } from "./binary-content";
import { type CodePage, decodeCodePage, hasLetterFor, isCodePage, upperHalf } from "./code-pages";
import { encodingName } from "./describe-format";
import { detectCodePage } from "./detect-code-page";
import type { Encoding } from "./encodings";
import { MAX_FILE_BYTES } from "./limits";
import { lineAt, lineAtByte } from "./line-numbers";
import { refusal } from "./problems";
import { inspectUtf8 } from "./utf8";

/**
 * `evidence` says how the encoding was recognised; `sample` is a word that would look wrong had we guessed wrongly. `rival` is
 * another encoding that would do as well: then a person has to say which word is right.
 */
export type DecodedFile = {
  text: string;
  encoding: Encoding;
  evidence: string;
  sample: string | null;
  rival: { encoding: Encoding; sample: string } | null;
};

/** Refuses by size before the file is read into memory. */
export function checkSize(bytes: number): void {
  if (bytes === 0) throw refusal("file_empty", {});
  if (bytes > MAX_FILE_BYTES) throw refusal("file_too_large", { bytes });
}

/**
 * Bytes → text. `wanted` is what a person said, or how the source was read before; a mark at the start of the file overrules
 * it. Throws `FileRefused` for an empty, oversized, binary or damaged file.
 */
export function decodeFile(bytes: Uint8Array, wanted: Encoding | null = null): DecodedFile {
  checkSize(bytes.length);
  refuseBinary(bytes);
  const decoded =
    decodeMarked(bytes) ??
    decodeUnmarkedUtf16(bytes) ??
    (wanted !== null && isCodePage(wanted) ? null : decodeUtf8(bytes)) ??
    decodeByPage(bytes, wanted);
  if (decoded.text.trim() === "") throw refusal("file_empty", {});
  const nul = decoded.text.indexOf("\0");
  if (nul >= 0) throw refusal("file_has_nul", { line: lineAt(decoded.text, nul) });
  return { ...decoded, sample: decoded.sample ?? firstWordWithSpecialLetter(decoded.text) };
}

type Decoded = DecodedFile;

const sure = (text: string, encoding: Encoding, evidence: string): Decoded => ({
  text,
  encoding,
  evidence,
  sample: null,
  rival: null,
});

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    const text = decodeFatal("utf-8", bytes);
    if (text === null) throw damagedUtf8(bytes);
    return sure(text, "utf-8-bom", "The file starts with the UTF-8 mark.");
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16("utf-16le", bytes, "The file starts with the UTF-16 mark.");
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16("utf-16be", bytes, "The file starts with the UTF-16 mark.");
  return null;
}

/** Western text in UTF-16 has a NUL in every second byte: the odd ones in little endian, the even ones in big endian. */
function decodeUnmarkedUtf16(bytes: Uint8Array): Decoded | null {
  const window = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (window < 4) return null;
  const nuls: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < window; at += 1) if (bytes[at] === 0) nuls[at % 2 === 0 ? 0 : 1] += 1;
  const [many, few] = [window * 0.2, window * 0.01];
  const evidence = "Every second byte is zero, as in UTF-16.";
  if (nuls[1] >= many && nuls[0] <= few) return decodeUtf16("utf-16le", bytes, evidence);
  if (nuls[0] >= many && nuls[1] <= few) return decodeUtf16("utf-16be", bytes, evidence);
  return null;
}

function decodeUtf16(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array, evidence: string): Decoded {
  const text = decodeFatal(encoding, bytes);
  if (text !== null) return sure(text, encoding, evidence);
  const readable = new TextDecoder(encoding).decode(bytes);
  throw refusal("encoding_damaged", { line: lineAt(readable, readable.indexOf("\ufffd")) });
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  const text = decodeFatal("utf-8", bytes);
  return text === null ? null : sure(text, "utf-8", "Every byte is valid UTF-8.");
}

/** What isn't UTF-8 has one byte for a letter, unless most of it *is* UTF-8: then it is damaged. */
function decodeByPage(bytes: Uint8Array, wanted: Encoding | null): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refusal("file_has_nul", { line: lineAtByte(bytes, nul) });
  if (wanted !== null && isCodePage(wanted)) return decodeChosen(bytes, wanted);
  const utf8 = inspectUtf8(bytes);
  if (wanted === "utf-8" || wanted === "utf-8-bom" || utf8.multibyteSequences > utf8.invalidBytes)
    throw damagedUtf8(bytes);
  const found = detectCodePage(bytes);
  if (!found) throw unknownByte(bytes, "windows-1252");
  return {
    text: decodeCodePage(bytes, found.page),
    encoding: found.page,
    evidence: "Not valid UTF-8; words look right this way.",
    sample: found.word,
    rival: found.rival && { encoding: found.rival.page, sample: found.rival.word },
  };
}

function decodeChosen(bytes: Uint8Array, page: CodePage): Decoded {
  const half = upperHalf(page);
  if (bytes.some((byte) => !hasLetterFor(half, byte))) throw unknownByte(bytes, page);
  return sure(decodeCodePage(bytes, page), page, "As you said, or as this source was read before.");
}

function unknownByte(bytes: Uint8Array, page: CodePage): Error {
  const half = upperHalf(page);
  const at = bytes.findIndex((byte) => !hasLetterFor(half, byte));
  const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase()}`;
  return refusal("encoding_unknown", { line: lineAtByte(bytes, at), byte, encoding: encodingName(page) });
}

function damagedUtf8(bytes: Uint8Array): Error {
  return refusal("encoding_damaged", { line: lineAtByte(bytes, inspectUtf8(bytes).firstInvalid) });
}

function decodeFatal(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder's TypeError is the answer: these bytes are not in this encoding.
    return null;
  }
}

function firstWordWithSpecialLetter(text: string): string | null {
  const at = text.search(/[^\0-\x7f]/);
  if (at < 0) return null;
  return (
    /[\p{L}\d]{0,20}[^\p{ASCII}\s\p{P}\p{S}]\p{L}{0,20}/u.exec(text.slice(Math.max(0, at - 20), at + 500))?.[0] ?? null
  );
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}
