import type { SourceFormat } from "./source-format";

/** How one kind of file was read: what the next file with the same columns is proposed to be read as. */
export type LearnedReading = {
  sourceId: string;
  /** The source is called after its first file. */
  name: string;
  version: number;
  savedBy: string;
  savedAt: string;
  format: SourceFormat;
};

/** A version as a list shows it; `changes` say what is different from the one before. */
export type ReadingVersion = {
  version: number;
  isProposed: boolean;
  savedBy: string;
  savedAt: string;
  importId: string | null;
  importNumber: number | null;
  format: SourceFormat;
};

export type ImportSource = { id: string; name: string; usedAt: string; versions: ReadingVersion[] };
