import type { Delimiter } from "./dialect";
import type { Encoding } from "./encodings";
import type { JoinKey } from "./join-files";
import type { SourceFormat } from "./source-format";

/** What a person said about how a file is read, where the file can't tell or was understood wrongly. */
export type ReadingChoices = {
  encoding?: Encoding;
  delimiter?: Delimiter;
  sheet?: string;
  /** Counted from 1. */
  headerRow?: number;
  /** A preset's id, or "none" for a system we don't know. */
  preset?: string;
  join?: JoinKey;
  leavesOut?: ("unmatched" | "hidden")[];
};

/** The choices a file was read with: the same file is read the same way again. */
export function choicesOf(format: SourceFormat): ReadingChoices {
  const isText = (format.container ?? "csv") === "csv";
  return {
    ...(isText && { encoding: format.encoding, delimiter: format.delimiter }),
    ...(format.sheet !== undefined && { sheet: format.sheet }),
    ...(format.header_row !== undefined &&
      format.table !== "records" &&
      format.table !== "joined" && { headerRow: format.header_row }),
    ...(format.preset !== undefined && { preset: format.preset }),
    ...(format.join && { join: format.join }),
    ...(format.leaves_out && { leavesOut: format.leaves_out }),
  };
}
