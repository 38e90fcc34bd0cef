import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stackDirectory } from "../../supabase/local/places.ts";
import { superuser } from "../support/postgres.ts";

/** Looking at all processes costs a tenth of a second of a core; a peak lasts longer than a second. */
const INTERVAL_MS = 1_000;

/** Megabytes; NaN where the system does not say (anything but Linux). */
export type Peak = { before: number; peak: number };
export type MemoryPeaks = { postgres: Peak; api: Peak };

/**
 * Watches what the stack's servers hold. PostgreSQL is all its processes, shared pages counted once (Pss); the API is the
 * resident size of its Node.js process, which also runs the mailbox.
 */
export async function watchMemory(stack: string): Promise<{ stop: () => MemoryPeaks }> {
  const [backend] = await superuser<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const postmaster = backend && parentOf(backend.pid);
  const api = ownerOf(stack);
  const now = () => ({
    postgres: postmaster ? sum([postmaster, ...childrenOf(postmaster)].map(proportionalSize)) : Number.NaN,
    api: kilobytes(`/proc/${api}/status`, "VmRSS"),
  });
  const before = now();
  const peaks = { ...before };
  const look = () => {
    const { postgres, api } = now();
    peaks.postgres = Math.max(peaks.postgres, postgres);
    peaks.api = Math.max(peaks.api, api);
  };
  const timer = setInterval(look, INTERVAL_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return {
        postgres: { before: before.postgres / 1024, peak: peaks.postgres / 1024 },
        api: { before: before.api / 1024, peak: peaks.api / 1024 },
      };
    },
  };
}

/** The process that runs the stack. */
function ownerOf(stack: string): number {
  return (JSON.parse(readFileSync(join(stackDirectory(stack), "owner.json"), "utf8")) as { pid: number }).pid;
}

/** A process that ended meanwhile has no size. */
const sum = (sizes: number[]) =>
  sizes.reduce((total, size) => total + (Number.isNaN(size) ? 0 : size), 0) || Number.NaN;
const proportionalSize = (pid: number) => kilobytes(`/proc/${pid}/smaps_rollup`, "Pss");

function parentOf(pid: number): number | undefined {
  const parent = kilobytes(`/proc/${pid}/status`, "PPid");
  return Number.isNaN(parent) ? undefined : parent;
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).flatMap((task) => read(`${tasks}/${task}/children`).split(" ").filter(Boolean).map(Number));
}

function kilobytes(path: string, field: string): number {
  return Number(read(path).match(new RegExp(`^${field}:\\s+(\\d+)`, "m"))?.[1] ?? Number.NaN);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the process ended meanwhile, or this is no Linux
  }
}
