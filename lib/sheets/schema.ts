import { z } from "zod";
import { isSheetRef, linkProblemSentence, parseSheetLink } from "./sheet-link";

const STALE_FORM = "Reload the page and try again.";

/** A pasted link, read into the ids of a sheet. */
export const sheetLinkSchema = z
  .string("Paste the link of a Google Sheet.")
  .max(2_000, "This is too long for a link.")
  .transform((text, context) => {
    const parsed = parseSheetLink(text);
    if (isSheetRef(parsed)) return parsed;
    context.addIssue({ code: "custom", message: linkProblemSentence(parsed) });
    return z.NEVER;
  });

export const readSheetSchema = z.strictObject({ link: sheetLinkSchema });

export const SCHEDULES = ["never", "hourly", "daily"] as const;
export type SheetSchedule = (typeof SCHEDULES)[number];

export const saveSheetSchema = z.strictObject({
  /** Empty for a new one. */
  sheet_id: z.union([z.literal(""), z.uuid(STALE_FORM)]),
  link: sheetLinkSchema,
  name: z
    .string()
    .trim()
    .min(1, "Give the sheet a name to recognize it by.")
    .max(120, "Shorten the name to 120 characters."),
  schedule: z.enum(SCHEDULES, STALE_FORM),
  hour: z.coerce.number(STALE_FORM).int(STALE_FORM).min(0, STALE_FORM).max(23, STALE_FORM),
});

export const sheetSchema = z.strictObject({ sheet_id: z.uuid(STALE_FORM) });
