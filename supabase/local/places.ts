import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { canReach, type ServerUser } from "./server-user.ts";

export const projectRoot = resolve(import.meta.dirname, "../..");

/** Everything a stack remembers (ports, secrets, data) lives in this git-ignored folder. */
export function stackDirectory(name: string): string {
  return join(projectRoot, ".local", name);
}

/** The file that tells other programs how to reach a running stack. */
export function stackFile(name: string): string {
  return join(projectRoot, ".local", `${name}.json`);
}

/**
 * The folder a stack keeps its database in. PostgreSQL refuses to run as root, so root runs it as another user,
 * and that user cannot enter a checkout below a private home such as /root. Then a folder of ours in /var/tmp is used.
 */
export function databaseHome(name: string, user: ServerUser | undefined): string {
  const inside = stackDirectory(name);
  mkdirSync(inside, { recursive: true });
  return !user || canReach(inside, user) ? inside : join(outsideHome(), name);
}

/** A folder outside the checkout that belongs to this checkout alone and that every user can enter. */
export function outsideHome(): string {
  const fingerprint = createHash("sha256").update(projectRoot).digest("hex").slice(0, 12);
  const home = `/var/tmp/order-change-requests-${fingerprint}`;
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const found = lstatSync(home);
  // /var/tmp is open to everybody: a folder or link somebody else put there first is not ours to use.
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${home} belongs to another user. Remove it, or move this checkout out of a private folder.`);
  }
  chmodSync(home, 0o755);
  return home;
}
