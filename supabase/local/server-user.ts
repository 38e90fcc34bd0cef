import { execFileSync, spawnSync } from "node:child_process";

/** The unprivileged account PostgreSQL runs as when we are root. */
export type ServerUser = { name: string; uid: number; gid: number };

/** Undefined for an ordinary user, who simply runs PostgreSQL under the own account. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // `nobody` exists on every Linux and macOS, so nothing has to be added to the machine.
  const user = lookUp("postgres") ?? lookUp("nobody");
  if (!user) {
    throw new Error(
      "PostgreSQL does not run as root and there is neither a `postgres` nor a `nobody` user here. Run as an ordinary user.",
    );
  }
  return user;
}

export function canReach(path: string, user: ServerUser): boolean {
  const { status } = spawnSync("/bin/sh", ["-c", 'test -x "$0"', path], { uid: user.uid, gid: user.gid, cwd: "/" });
  return status === 0;
}

function lookUp(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined; // no such account
  }
}
