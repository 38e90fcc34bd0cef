import { z } from "zod";
import { jsonField } from "@/lib/json-field";
import { formatsSchema } from "@/lib/settings/formats-schema";
import { siteSchema } from "@/lib/settings/sites-schema";
import { stages } from "@/lib/settings/status-word";

/** The button's own field; only some questions have more than one button. */
const intent = z.literal("continue").default("continue");

export const systemSchema = z
  .strictObject({
    system: z.string("Choose a system.").min(1, "Choose a system.").max(40),
    name: z.string().trim().max(80, "Keep it under 80 characters.").default(""),
    intent,
  })
  .refine(({ system, name }) => system !== "other" || name !== "", {
    path: ["name"],
    message: "Say what it is called.",
  });

export const wordsSchema = z.strictObject({
  words: z.array(z.string().min(1).max(120)).max(500).default([]),
  stages: z.array(z.enum(stages, "Choose a stage from the list.")).max(500).default([]),
  more: z.string().max(20_000, "That is more than 200 words.").default(""),
  intent: z.enum(["continue", "add", "usual"]).default("continue"),
});

export const setupFormatsSchema = formatsSchema.omit({ known_misfits: true }).extend({ intent });

export const setupSiteSchema = siteSchema.extend({
  holidays: z.string().max(60_000, "That is more than 400 days."),
  intent: z.enum(["continue", "another"]).default("continue"),
});

export const volumeSchema = z.strictObject({
  daily_orders: z
    .string()
    .trim()
    .regex(/^[0-9]{0,7}$/, "Use a whole number like 120, or leave it empty."),
  intent,
});

const amount = z
  .string()
  .trim()
  .regex(/^$|^(?=.*[1-9])[0-9]{1,12}(\.[0-9]{1,2})?$/, "Use a number above zero, or leave it empty.");

/** Up to three rules, their fields numbered; which of them are filled in is the action's business. */
export const approvalSchema = z.strictObject({
  mode: z.enum(["any", "rules"], "Choose one of the two."),
  percents: z.array(amount).max(3).default([]),
  values: z.array(amount).max(3).default([]),
  people_1: z.array(z.uuid()).max(100).default([]),
  people_2: z.array(z.uuid()).max(100).default([]),
  people_3: z.array(z.uuid()).max(100).default([]),
  intent,
});

export const toldSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .max(320)
    .pipe(z.union([z.literal(""), z.email("Use an address like warehouse@example.com, or leave it empty.")])),
  intent,
});

export const exceptionsSchema = z.strictObject({
  exceptions: z.string().trim().max(4_000, "Keep it under 4,000 characters."),
  intent,
});

/** Exactly what was read back, with the version it was read back against. */
export const applySetupSchema = z.strictObject({
  answers: jsonField(z.record(z.string(), z.unknown()), 400_000),
  expected_version: z.coerce.number().int().min(0),
  idempotency_key: z.string().min(8).max(200),
});

export const rebaseSchema = z.strictObject({ version: z.coerce.number().int().min(0) });
export const discardSchema = z.strictObject({});
