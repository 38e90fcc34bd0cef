import { z } from "zod";

const code = z.string().trim().min(1, "Say what your files call it.").max(60, "Keep it under 60 characters.");

export const siteSchema = z.strictObject({
  code,
  name: z.string().trim().min(1, "Give the site a name.").max(120, "Keep it under 120 characters."),
  time_zone: z.string().min(1, "Choose a time zone.").max(60),
  ship_cutoff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time of the day like 16:00."),
  work_days: z.array(z.coerce.number().int().min(1).max(7)).min(1, "Choose at least one day.").max(7).default([]),
  is_default: z.enum(["on", "true"]).optional(),
});

export const siteCodeSchema = z.strictObject({ code });
export const holidaysSchema = z.strictObject({
  code,
  days: z.string().min(1, "Type at least one day.").max(60_000, "That is more than 400 days."),
});
export const holidaySchema = z.strictObject({ code, day: z.iso.date() });
