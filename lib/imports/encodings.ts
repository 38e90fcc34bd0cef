/** The encodings a file can come in; the export writes the same one back. UTF-16 is always written with its mark. */
export const ENCODINGS = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;

export type Encoding = (typeof ENCODINGS)[number];
