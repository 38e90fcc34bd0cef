/** Where bytes stop being UTF-8, and how much of the rest is: tells a damaged UTF-8 file from another encoding. */
export type Utf8Findings = { multibyteSequences: number; invalidBytes: number; firstInvalid: number };

/** Slow and only for files the fatal decoder has already refused. */
export function inspectUtf8(bytes: Uint8Array): Utf8Findings {
  const findings: Utf8Findings = { multibyteSequences: 0, invalidBytes: 0, firstInvalid: -1 };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      if (findings.firstInvalid < 0) findings.firstInvalid = at;
      findings.invalidBytes += 1;
    }
    if (length > 1) findings.multibyteSequences += 1;
    at += Math.max(length, 1);
  }
  return findings;
}

/** Bytes that `text` takes in UTF-8, without keeping the encoded copy. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Each half of a surrogate pair counts 2, which is 4 for the pair; a lone half becomes U+FFFD, 3 bytes.
    bytes += code < 0x800 || isPairHalf(text, at, code) ? 1 : 2;
  }
  return bytes;
}

function isPairHalf(text: string, at: number, code: number): boolean {
  if (code >= 0xd800 && code < 0xdc00) return isBetween(text.charCodeAt(at + 1), 0xdc00, 0xdfff);
  if (code >= 0xdc00 && code < 0xe000) return isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff);
  return false;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) {
    if (!isBetween(bytes[at + next] ?? 0, 0x80, 0xbf)) return 0;
  }
  return length;
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
