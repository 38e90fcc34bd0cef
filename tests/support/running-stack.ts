import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, stackFile } from "../../supabase/local/places.ts";
import type { Connections } from "../../supabase/local/stack.ts";
import { isRunning } from "../../supabase/local/stack-lock.ts";

/** The stack a test run works on: found running, or started on first use and stopped with the run. */
export class RunningStack {
  readonly #wanted: string;
  readonly #mustBeFresh: boolean;
  #child: ChildProcess | undefined;
  #connections: Promise<Connections> | undefined;
  #stops: (() => Promise<void>)[] = [];
  name: string;

  constructor(name: string | undefined, mustBeFresh: boolean) {
    this.#wanted = name ?? "test";
    this.#mustBeFresh = mustBeFresh;
    this.name = this.#wanted;
  }

  connections(): Promise<Connections> {
    this.#connections ??= this.#findOrStart();
    return this.#connections;
  }

  /** Something else to stop with the run, before the stack. */
  onStop(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  async stop(): Promise<void> {
    while (this.#stops.length > 0) await this.#stops.pop()?.();
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
  }

  async #findOrStart(): Promise<Connections> {
    if (this.#mustBeFresh) {
      for (let number = 2; isRunning(this.name); number++) this.name = `${this.#wanted}-${number}`;
    } else if (isRunning(this.name)) {
      return this.#read();
    }
    await this.#start();
    return this.#read();
  }

  #start(): Promise<void> {
    const began = Date.now();
    // The message channel tells the child when we are gone; it never outlives the run.
    const child = spawn(process.execPath, [join(projectRoot, "supabase/local/test-stack.ts"), "--name", this.name], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once("message", () => {
        process.stdout.write(`Stack “${this.name}” started in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
        resolve();
      });
      child.once("exit", () => reject(new Error(`The ${this.name} stack did not start.\n${output.trim()}`)));
    });
  }

  #read(): Connections {
    return JSON.parse(readFileSync(stackFile(this.name), "utf8")) as Connections;
  }
}
