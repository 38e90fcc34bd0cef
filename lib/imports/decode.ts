import { refuseBinary } from "./binary-content";
import type { Encoding } from "./encodings";
import { MAX_FILE_BYTES } from "./limits";
import { lineAt, lineAtByte } from "./line-numbers";
import { refusal } from "./problems";
import { inspectUtf8 } from "./utf8";

/** `evidence` says how the encoding was recognised; `sample` is a word that would look wrong had we guessed wrongly. */
export type DecodedFile = { text: string; encoding: Encoding; evidence: string; sample: string | null };

/** Refuses by size before the file is read into memory. */
export function checkSize(bytes: number): void {
  if (bytes === 0) throw refusal("file_empty", {});
  if (bytes > MAX_FILE_BYTES) throw refusal("file_too_large", { bytes });
}

/** Bytes → text. Throws `FileRefused` for an empty, oversized, binary or damaged file; never guesses a letter. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  checkSize(bytes.length);
  refuseBinary(bytes);
  const decoded = decodeMarked(bytes) ?? decodeUnmarkedUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  if (decoded.text.trim() === "") throw refusal("file_empty", {});
  const nul = decoded.text.indexOf("\0");
  if (nul >= 0) throw refusal("file_has_nul", { line: lineAt(decoded.text, nul) });
  return { ...decoded, sample: firstWordWithSpecialLetter(decoded.text) };
}

type Decoded = Omit<DecodedFile, "sample">;

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    const text = decodeFatal("utf-8", bytes);
    if (text === null) throw damagedUtf8(bytes);
    return { text, encoding: "utf-8-bom", evidence: "The file starts with the UTF-8 mark." };
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
  if (text !== null) return { text, encoding, evidence };
  const readable = new TextDecoder(encoding).decode(bytes);
  throw refusal("encoding_damaged", { line: lineAt(readable, readable.indexOf("\ufffd")) });
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  const text = decodeFatal("utf-8", bytes);
  return text === null ? null : { text, encoding: "utf-8", evidence: "Every byte is valid UTF-8." };
}

/** What isn't UTF-8 is Windows-1252, unless most of it *is* UTF-8 (damage) or it has bytes Windows-1252 leaves undefined. */
function decodeWindows1252(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refusal("file_has_nul", { line: lineAtByte(bytes, nul) });
  const findings = inspectUtf8(bytes);
  if (findings.multibyteSequences > findings.invalidBytes) throw damagedUtf8(bytes);
  const undefinedByte = bytes.findIndex((byte) => UNDEFINED_IN_WINDOWS_1252.has(byte));
  if (undefinedByte >= 0) {
    const byte = `0x${(bytes[undefinedByte] ?? 0).toString(16).toUpperCase()}`;
    throw refusal("encoding_unknown", { line: lineAtByte(bytes, undefinedByte), byte });
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  return { text, encoding: "windows-1252", evidence: "Not valid UTF-8, and every byte is a Windows-1252 letter." };
}

const UNDEFINED_IN_WINDOWS_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

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
