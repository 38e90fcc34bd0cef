"use server";
import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { routes } from "@/lib/routes";
import { rpc } from "@/lib/supabase/rpc";
import { newApiKey } from "./new-key";
import { createKeySchema, revokeKeySchema } from "./schema";

/** `key` is shown now and never again; a second click of two gets none, because the first one's answer has it. */
export type CreateKeyOutcome =
  | { outcome: "created"; name: string; key: string | null; nextKey: string }
  | { outcome: "name_taken"; name: string; nextKey: string };

const DAY_MS = 86_400_000;

export const createApiKey = formAction(
  { role: "admin", schema: createKeySchema },
  async ({ name, scopes, lifetime, idempotency_key }, { db, org }): Promise<CreateKeyOutcome> => {
    const { key, prefix, hash } = newApiKey();
    const expires = lifetime === "never" ? null : endOfDay(Number(lifetime));
    const answer: { outcome: "created" | "name_taken"; name: string; replayed: boolean } = await rpc(
      db,
      "create_api_key",
      {
        p_org: org.id,
        p_name: name,
        p_scopes: scopes,
        p_expires_at: expires as string,
        p_prefix: prefix,
        p_key_hash: hash,
        p_idempotency_key: idempotency_key,
      },
    );
    revalidatePath(routes.apiKeys(org.slug));
    const nextKey = crypto.randomUUID();
    if (answer.outcome === "name_taken") return { outcome: "name_taken", name, nextKey };
    return { outcome: "created", name, key: answer.replayed ? null : key, nextKey };
  },
);

export const revokeApiKey = formAction(
  { role: "admin", schema: revokeKeySchema },
  async ({ key_id }, { db, org }): Promise<{ outcome: "revoked"; name: string }> => {
    const answer: { outcome: "revoked"; name: string } = await rpc(db, "revoke_api_key", {
      p_org: org.id,
      p_key_id: key_id,
    });
    revalidatePath(routes.apiKeys(org.slug));
    return answer;
  },
);

/** A whole day, so that the second click of two asks for the same. */
function endOfDay(days: number): string {
  const day = new Date(Date.now() + (days + 1) * DAY_MS).toISOString().slice(0, 10);
  return `${day}T00:00:00Z`;
}
