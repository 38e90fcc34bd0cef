import { z } from "zod";
import { DELIMITERS, LINE_ENDINGS } from "./dialect";
import { ENCODINGS } from "./encodings";
import { FIELD_NAMES } from "./fields";
import { MAX_COLUMNS, MAX_HEADER_CHARACTERS } from "./limits";

const column = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1);

/** How the file writes dates and numbers. `iso` is year first; an ISO date is understood in every file. */
export const valueFormatsSchema = z.strictObject({
  date: z.enum(["iso", "dmy", "mdy"]),
  date_separator: z.enum(["-", "/", "."]),
  date_padded: z.boolean(),
  decimal: z.enum([".", ","]),
  group: z.enum([",", ".", " ", "'", ""]),
});

/**
 * Everything the export needs to write a file the way it came in. Kept with the import's source as JSON, so it is parsed
 * again when it comes back.
 */
export const sourceFormatSchema = z.strictObject({
  headers: z.array(z.string().max(MAX_HEADER_CHARACTERS)).min(1).max(MAX_COLUMNS),
  fields: z.partialRecord(z.enum(FIELD_NAMES), column),
  formats: valueFormatsSchema,
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  line_ending: z.enum(LINE_ENDINGS),
});

export type ValueFormats = z.infer<typeof valueFormatsSchema>;
export type SourceFormat = z.infer<typeof sourceFormatSchema>;
