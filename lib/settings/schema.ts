import { z } from "zod";
import { memberRoles } from "@/lib/auth/roles";
import { cellName, lockTable } from "@/lib/settings/lock-table";
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

const cells = lockTable([]).map(cellName);
export const lockTableSchema = z.strictObject({ open: z.array(z.enum(cells)).max(cells.length).default([]) });
