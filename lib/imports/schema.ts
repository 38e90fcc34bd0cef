import { z } from "zod";
import { jsonField } from "@/lib/json-field";
import { FIELD_NAMES } from "./fields";
import { CONFIRMATION_CODES } from "./import-view";
import { MAX_CHUNK_ROWS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from "./limits";
import { sourceFormatSchema } from "./source-format";

const STALE_FORM = "Reload the page and try again.";
const wholeNumber = (max: number) =>
  z.coerce.number(STALE_FORM).int(STALE_FORM).min(1, STALE_FORM).max(max, STALE_FORM);

export const beginImportSchema = z.strictObject({
  file_name: z.string().trim().min(1, "The file has no name.").max(255, "Shorten the file's name to 255 characters."),
  file_bytes: wholeNumber(MAX_FILE_BYTES),
  /** Empty where the browser can't hash. */
  file_hash: z.string().regex(/^([0-9a-f]{64})?$/, STALE_FORM),
  format: jsonField(sourceFormatSchema, 400_000),
  row_count: wholeNumber(MAX_ROWS),
  /** When the file was made, as far as the browser knows. */
  file_modified_at: z.iso.datetime(STALE_FORM).optional(),
  idempotency_key: z.uuid(STALE_FORM),
});

export const importSchema = z.strictObject({ import_id: z.uuid(STALE_FORM) });

export const restoreReadingSchema = z.strictObject({
  source_id: z.uuid(STALE_FORM),
  version: wholeNumber(100_000),
});

export const commitImportSchema = z.strictObject({
  import_id: z.uuid(STALE_FORM),
  idempotency_key: z.uuid(STALE_FORM),
  /** What the person said yes to. */
  confirmed: z.array(z.enum(CONFIRMATION_CODES, STALE_FORM)).max(3, STALE_FORM).optional(),
});

export const undoImportSchema = z.strictObject({ import_id: z.uuid(STALE_FORM), idempotency_key: z.uuid(STALE_FORM) });

const columnNumber = z.coerce
  .number(STALE_FORM)
  .int(STALE_FORM)
  .min(0, STALE_FORM)
  .max(MAX_COLUMNS - 1, STALE_FORM);
/** A choice that was left as it is comes as an empty text. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const readDifferentlySchema = z.strictObject({
  import_id: z.uuid(STALE_FORM),
  idempotency_key: z.uuid(STALE_FORM),
  date: unlessEmpty(z.enum(["iso", "dmy", "mdy", "serial", "serial1904"], STALE_FORM)),
  decimal: unlessEmpty(z.enum([".", ","], STALE_FORM)),
  column: unlessEmpty(columnNumber),
  /** Empty: the column means nothing. */
  field: unlessEmpty(z.enum(FIELD_NAMES, STALE_FORM)),
});

export const correctCellSchema = z.strictObject({
  import_id: z.uuid(STALE_FORM),
  row: wholeNumber(9_999_999),
  /** Counted from 0. */
  column: columnNumber,
  value: z.string().max(5_000, "Shorten the text to 5,000 characters."),
  everywhere: z.literal("on").optional(),
});

export const chooseMissingSchema = z.strictObject({
  import_id: z.uuid(STALE_FORM),
  /** Left out for all of them. */
  order_id: z.uuid(STALE_FORM).optional(),
  close: z.enum(["true", "false"], STALE_FORM),
});

/** Words and stages in pairs, by their place in the form. A word without a stage stays as it is. */
export const mapStatusWordsSchema = z
  .strictObject({
    import_id: z.uuid(STALE_FORM),
    words: z.array(z.string().trim().min(1, STALE_FORM).max(120, STALE_FORM)).min(1, STALE_FORM).max(500, STALE_FORM),
    stages: z.array(z.string().max(40, STALE_FORM)).max(500, STALE_FORM),
  })
  .refine(({ words, stages }) => words.length === stages.length, { path: ["stages"], error: STALE_FORM })
  .refine(({ stages }) => stages.some(Boolean), { path: ["stages"], error: "Choose a stage for at least one word." });

/** One request of the upload. The rows themselves are checked where they are kept; this only bounds what is passed on. */
export const stagedRowsSchema = z
  .array(
    z.strictObject({
      row: z.int().min(1).max(9_999_999),
      fields: z.record(z.string().max(40), z.string().nullable()).optional(),
      cells: z.array(z.string()).max(MAX_COLUMNS),
    }),
  )
  .min(1)
  .max(MAX_CHUNK_ROWS);
