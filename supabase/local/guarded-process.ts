import { type ChildProcess, type StdioPipe, spawn } from "node:child_process";

/**
 * The shell leaves a watcher behind and then becomes the command, so the process id is the command's own. The watcher
 * waits on a pipe we hold open; the pipe closes when we end, even by `kill -9`, and the watcher signals the command.
 */
const guard = `
signal=$1; shift
exec 3<&0
( ( read -r _ <&3; kill -s "$signal" $$ ) >/dev/null 2>&1 & )
exec "$@" </dev/null 3<&-
`;

export type GuardedOptions = {
  /** Sent when this process ends, however it ends. */
  signal: "INT" | "TERM";
  uid?: number | undefined;
  gid?: number | undefined;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  output?: StdioPipe | "inherit" | number;
};

/** Starts a command that never outlives this process. */
export function spawnGuarded(command: string, args: string[], options: GuardedOptions): ChildProcess {
  const output = options.output ?? "pipe";
  const child = spawn("/bin/sh", ["-c", guard, "guard", options.signal, command, ...args], {
    stdio: ["pipe", output, output],
    // A session of its own: Ctrl-C reaches us only, and we stop everything in the right order.
    detached: true,
    cwd: options.cwd ?? "/",
    env: options.env ?? process.env,
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  child.stdin?.on("error", () => undefined); // the pipe breaks when the command ends first
  child.once("exit", () => child.stdin?.end());
  return child;
}

/** Asks a guarded process to end and waits for it; after the grace period it is killed. */
export async function stopGuarded(child: ChildProcess, signal: NodeJS.Signals, graceMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await gone;
  clearTimeout(timer);
}
