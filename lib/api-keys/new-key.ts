import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A key as its owner gets it, once; `prefix` is what may be shown of it later, `hash` what is kept. */
export type NewKey = { key: string; prefix: string; hash: string };

/** 256 random bits behind a prefix by which people and secret scanners recognize whose key it is. */
export function newApiKey(): NewKey {
  const prefix = `ocr_${randomBytes(8)
    .toString("base64url")
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "x")
    .slice(0, 8)}`;
  const key = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { key, prefix, hash: createHash("sha256").update(key).digest("hex") };
}
