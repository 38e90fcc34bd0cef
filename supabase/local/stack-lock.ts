import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackDirectory } from "./places.ts";
import { startOf } from "./processes.ts";

type Owner = { pid: number; started: string | undefined; url?: string };

export class StackIsRunning extends Error {
  readonly owner: Owner;
  constructor(name: string, owner: Owner) {
    const where = owner.url ? `at ${owner.url}` : "and still starting";
    super(`The ${name} stack is already running ${where} (process ${owner.pid}).`);
    this.owner = owner;
  }
}

export type StackLock = {
  /** Lets a second start say where this one can be found. */
  announce: (url: string) => void;
  release: () => void;
};

/** Makes this process the only one that runs the named stack. A lock whose process died is taken over. */
export function lockStack(name: string): StackLock {
  if (!/^[a-z0-9][a-z0-9-]{0,29}$/.test(name))
    throw new Error(`“${name}” is no stack name: use letters, digits and dashes.`);
  const directory = stackDirectory(name);
  const path = join(directory, "owner.json");
  const mine: Owner = { pid: process.pid, started: startOf(process.pid) };
  mkdirSync(directory, { recursive: true });

  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = readOwner(path);
    if (owner && lives(owner)) throw new StackIsRunning(name, owner);
    // Moved away instead of removed: of two processes that both saw the dead owner only one rename succeeds.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
      rmSync(aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }

  return {
    announce: (url) => writeFileSync(path, JSON.stringify({ ...mine, url })),
    release: () => {
      if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/** Whether some process runs the named stack and has said where. */
export function isRunning(name: string): boolean {
  const owner = readOwner(join(stackDirectory(name), "owner.json"));
  return owner?.url !== undefined && lives(owner);
}

function lives(owner: Owner): boolean {
  return owner.started !== undefined && startOf(owner.pid) === owner.started;
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch {
    return undefined; // gone meanwhile, or cut short by a crash
  }
}
