import { z } from "zod";
import { API_KEY_SCOPES } from "./scopes";

const STALE_FORM = "Reload the page and try again.";

/** How long a key holds, in days; "never" is for machines nobody will touch again. */
export const KEY_LIFETIMES = ["30", "90", "365", "never"] as const;

export const createKeySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Give the key a name, such as what uses it.")
    .max(60, "Shorten the name to 60 characters."),
  scopes: z
    .array(z.enum(API_KEY_SCOPES, STALE_FORM), "Choose what the key may do.")
    .min(1, "Choose what the key may do."),
  lifetime: z.enum(KEY_LIFETIMES, STALE_FORM),
  idempotency_key: z.uuid(STALE_FORM),
});

export const revokeKeySchema = z.strictObject({ key_id: z.uuid(STALE_FORM) });
