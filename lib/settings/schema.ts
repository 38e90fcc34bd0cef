import { z } from "zod";
import { memberRoles } from "@/lib/auth/roles";
import { jsonField } from "@/lib/json-field";
import { changeKinds } from "@/lib/settings/lock-table";
import { stages } from "@/lib/settings/status-word";

const id = z.uuid("This member no longer exists. Reload the page.");
const code = z.string().max(40);
const label = z.string().trim().min(1, "Say it in a few words.").max(120, "Keep it under 120 characters.");

export const mapWordSchema = z.strictObject({
  word: z.string().min(1).max(120),
  stage: z.enum(stages, "Choose a stage from the list."),
});

export const addReasonSchema = z.strictObject({ label });
export const renameReasonSchema = z.strictObject({ code, label });
export const moveReasonSchema = z.strictObject({ code, direction: z.enum(["up", "down"]) });
export const switchReasonSchema = z.strictObject({ code, active: z.enum(["true", "false"]) });

export const fulfillmentEmailSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .max(320)
    .pipe(z.union([z.literal(""), z.email("Use an address like warehouse@example.com, or leave it empty.")])),
});

export const rolesSchema = z.strictObject({
  member_id: id,
  roles: z.array(z.enum(memberRoles)).min(1, "Everybody needs at least one role.").max(4).default([]),
});

export const switchMemberSchema = z.strictObject({ member_id: id, active: z.enum(["true", "false"]) });

/** Which cells there are is the database's to say: one that it never opens is refused there. */
const rules = jsonField(
  z.array(z.strictObject({ kind: z.enum(changeKinds), stage: z.enum(stages), is_locked: z.boolean() })).max(100),
);
const version = z.coerce.number().int().min(0).max(1_000_000);

export const lockTableSchema = z.strictObject({ rules, expected_version: version });
export const restoreLockTableSchema = z.strictObject({ version, expected_version: version });
export const simulationSchema = z.strictObject({
  rules,
  query: z.string().trim().max(200).optional(),
  order_id: z.uuid().optional(),
});
