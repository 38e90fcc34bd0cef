import { createHash, randomBytes, randomUUID } from "node:crypto";
import { ask } from "./ask.ts";
import type { Organization } from "./organization.ts";

/** A key as a machine has it, and the credential the server makes of it. */
export type TestKey = { id: string; key: string; credential: string };

export const credentialOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** A key of the organization's admin, made by the command. */
export async function createKey(
  org: Organization,
  { name = `key ${randomUUID().slice(0, 8)}`, scopes = ["imports:write", "exports:read"] } = {},
): Promise<TestKey> {
  const prefix = `ocr_${randomBytes(4).toString("hex")}`;
  const key = `${prefix}_${randomBytes(32).toString("base64url")}`;
  const credential = credentialOf(key);
  const answer = await ask(org.admin.userId, "create_api_key", {
    p_org: org.id,
    p_name: name,
    p_scopes: scopes,
    p_expires_at: null,
    p_prefix: prefix,
    p_key_hash: credential,
    p_idempotency_key: randomUUID(),
  });
  if (answer.outcome !== "created") throw new Error(`No key: ${JSON.stringify(answer)}`);
  return { id: String(answer.key_id), key, credential };
}
