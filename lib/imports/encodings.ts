/**
 * The encodings a file can come in; the export writes the same one back. UTF-16 is always written with its mark. The `cp…`
 * ones are the DOS code pages that older accounting and warehouse systems still write.
 */
export const ENCODINGS = [
  "utf-8",
  "utf-8-bom",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "cp850",
  "cp437",
  "cp852",
  "cp858",
  "cp866",
] as const;

export type Encoding = (typeof ENCODINGS)[number];
