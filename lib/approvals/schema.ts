import { z } from "zod";
import { jsonField } from "@/lib/json-field";
import { Constants } from "@/lib/supabase/database.types";

const OLD_FORM = "Reload the page and try again.";
const MAX_RULES = 50;
const MAX_PEOPLE = 100;

const member = z.uuid("This member no longer exists. Reload the page.");
const key = z.uuid(OLD_FORM);
const amount = z
  .string()
  .trim()
  .regex(/^(?=.*[1-9])[0-9]{1,12}(\.[0-9]{1,6})?$/, "Use a number above zero, or leave the condition out.");
const dayCount = (least: number) =>
  z
    .number("Use a whole number of days.")
    .int("Use a whole number of days.")
    .min(least)
    .max(3660, "Use at most 3660 days.");
const pattern = z
  .string()
  .trim()
  .min(1, "Write something, or leave the condition out.")
  .max(100, "Use at most 100 characters.")
  .refine((text) => text.split("*").length <= 6, "Use at most five * that stand for anything.");

const conditions = z.strictObject({
  kinds: z.array(z.enum(Constants.public.Enums.change_kind)).min(1).max(20).optional(),
  quantity: amount.optional(),
  percent: amount.optional(),
  value: amount.optional(),
  days_moved: dayCount(1).optional(),
  days_to_ship: dayCount(0).optional(),
  customer: pattern.optional(),
  sku: pattern.optional(),
  stages: z.array(z.enum(Constants.public.Enums.order_stage)).min(1).max(20).optional(),
  requesters: z.array(member).min(1).max(MAX_PEOPLE).optional(),
});

const step = z.strictObject({
  approvers: z
    .strictObject({
      anyone: z.boolean().optional(),
      members: z.array(member).max(MAX_PEOPLE).optional(),
      groups: z.array(z.uuid(OLD_FORM)).max(MAX_PEOPLE).optional(),
    })
    .refine(
      ({ anyone, members, groups }) => anyone || members?.length || groups?.length,
      "Say who decides: people, a group, or any approver.",
    ),
  required: z.number().int().min(1, "At least one person.").max(5, "At most five people in a step."),
});

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, OLD_FORM),
  name: z.string().trim().min(1, "Give the rule a name.").max(80, "Use at most 80 characters."),
  conditions,
  steps: z.array(step).min(1, "A rule has one or two steps.").max(2, "A rule has one or two steps."),
});

/** The rules as a form sends them, without the default; the database parses the same form again, to the letter. */
export const rulesField = jsonField(z.array(rule).max(MAX_RULES, `Use at most ${MAX_RULES} rules.`));

export const savePolicySchema = z.strictObject({
  rules: rulesField,
  /** The version that was on screen. */
  expected_version: z.coerce.number(OLD_FORM).int(OLD_FORM).min(1, OLD_FORM),
  idempotency_key: key,
});

export const simulatePolicySchema = z.strictObject({ rules: rulesField });

export const saveGroupSchema = z.strictObject({
  /** Empty for a new group. */
  group_id: z.union([z.literal(""), z.uuid(OLD_FORM)]).default(""),
  name: z.string().trim().min(1, "Give the group a name.").max(80, "Use at most 80 characters."),
  member_ids: z.array(member).max(200).default([]),
  active: z.enum(["true", "false"]).default("true"),
  idempotency_key: key,
});

const day = z.iso.date("Choose a day.");

export const saveDelegationSchema = z.strictObject({
  /** Empty: oneself. Only admins name somebody else. */
  from_member_id: z.union([z.literal(""), member]).default(""),
  to_member_id: member,
  /** Days of the organization's calendar, both included. Empty: from now on. */
  first_day: z.union([z.literal(""), day]).default(""),
  last_day: day,
  note: z.string().trim().max(500, "Use at most 500 characters.").default(""),
  idempotency_key: key,
});

const minutes = z.coerce
  .number("Use a whole number of minutes.")
  .int("Use a whole number of minutes.")
  .max(2880, "Use at most 48 hours.");

/** Minutes before the cut-off at which those who can decide are reminded, and at which admins are told too. */
export const deadlinesSchema = z
  .strictObject({
    remind_minutes: minutes.min(5, "Remind at least 5 minutes before."),
    escalate_minutes: minutes.min(5, "Warn at least 5 minutes before."),
    acknowledge_minutes: minutes.min(5, "Remind fulfillment at least 5 minutes before."),
  })
  .refine(({ remind_minutes, escalate_minutes }) => escalate_minutes <= remind_minutes, {
    path: ["escalate_minutes"],
    error: "The last warning comes after the reminder: use fewer minutes.",
  });

export const revokeDelegationSchema = z.strictObject({ delegation_id: z.uuid(OLD_FORM) });
