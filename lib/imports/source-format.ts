import { z } from "zod";
import { DELIMITERS, LINE_ENDINGS } from "./dialect";
import { ENCODINGS } from "./encodings";
import { FIELD_NAMES } from "./fields";
import { MAX_COLUMNS, MAX_HEADER_CHARACTERS } from "./limits";
import { SKIP_REASONS } from "./skipped-rows";

const column = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1);

/**
 * How the file writes dates and numbers. `iso` is year first; an ISO date is understood in every file. `serial` dates are days
 * since 1900, `serial1904` since 1904. `sku_in_brackets`: "[FURN-7] Desk" is the SKU FURN-7.
 */
export const valueFormatsSchema = z.strictObject({
  date: z.enum(["iso", "dmy", "mdy", "serial", "serial1904"]),
  date_separator: z.enum(["-", "/", ".", ""]),
  date_padded: z.boolean(),
  decimal: z.enum([".", ","]),
  group: z.enum([",", ".", " ", "'", ""]),
  sku_in_brackets: z.boolean().optional(),
});

/** The kind of file. A workbook's encoding, delimiter and line ending mean nothing. */
export const CONTAINERS = ["csv", "xlsx", "xls", "ods"] as const;

/**
 * Everything the export needs to write a file the way it came in, and the next import to read it without asking. Kept with the
 * import's source as JSON, so it is parsed again when it comes back. What is optional is missing in formats of before.
 */
export const sourceFormatSchema = z.strictObject({
  /** In the file's order, without doubles. Below `table` other than `rows` these are the columns of the joined rows. */
  headers: z.array(z.string().max(MAX_HEADER_CHARACTERS)).min(1).max(MAX_COLUMNS),
  fields: z.partialRecord(z.enum(FIELD_NAMES), column),
  formats: valueFormatsSchema,
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  line_ending: z.enum(LINE_ENDINGS),
  container: z.enum(CONTAINERS).optional(),
  /** The sheet of a workbook. */
  sheet: z.string().max(100).optional(),
  /** Every cell stands in quotation marks, not only those that need them. */
  quotes_all: z.boolean().optional(),
  /** The row with the column names, counted from 1; above it stands what a report says about itself. */
  header_row: z.int().min(1).max(1_000).optional(),
  /** How rows were put together: see `TableKind`. */
  table: z.enum(["rows", "bands", "records", "joined"]).optional(),
  /** How an order's values reach its further lines: see `Continuation`. */
  continuation: z.enum(["full", "blank_key", "same_key"]).optional(),
  /** The columns that join two files. */
  join: z.strictObject({ orders: z.string().max(500), items: z.string().max(500) }).optional(),
  /** Items without an order, and rows hidden in a workbook, were left out because a person said so. */
  leaves_out: z.array(z.enum(["unmatched", "hidden"])).optional(),
  /** A field no column holds: the difference of two that it is certain for. The export keeps both true. */
  derived: z.partialRecord(z.enum(FIELD_NAMES), z.strictObject({ whole: column, rest: column })).optional(),
  /** The system whose preset read the file; "none" when a person said it is none of those we know. */
  preset: z.string().max(40).optional(),
  /** Of this one file: every row of it is a line or has a reason not to be. */
  rows: z
    .strictObject({
      total: z.int().min(1),
      lines: z.int().min(1),
      skipped: z.array(z.strictObject({ reason: z.enum(SKIP_REASONS), count: z.int().min(1) })).max(20),
    })
    .optional(),
});

export type Container = (typeof CONTAINERS)[number];
export type ValueFormats = z.infer<typeof valueFormatsSchema>;
export type SourceFormat = z.infer<typeof sourceFormatSchema>;
