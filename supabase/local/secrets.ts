import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackDirectory } from "./places.ts";

export type Secrets = {
  databasePassword: string;
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
  cronSecret: string;
};

/** Made once per stack, so that sessions and bookmarks survive a restart; readable by the owner only. */
export function loadSecrets(name: string): Secrets {
  const path = join(stackDirectory(name), "secrets.json");
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const secrets: Secrets = {
    databasePassword: random(18),
    jwtSecret: random(36),
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    cronSecret: random(24),
  };
  mkdirSync(stackDirectory(name), { recursive: true });
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** URL-safe text of letters and digits only, so that it can stand in any URL or command line. */
function random(bytes: number): string {
  return randomBytes(bytes).toString("base64url").replaceAll("-", "x").replaceAll("_", "y");
}
