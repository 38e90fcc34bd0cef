import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnGuarded } from "./guarded-process.ts";
import { projectRoot, stackDirectory } from "./places.ts";
import { lockStack, StackIsRunning } from "./stack-lock.ts";

const notSource = new Set([
  "node_modules",
  ".git",
  ".next",
  ".local",
  ".ci",
  "supabase",
  "tests",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
  "docs",
]);

/**
 * Makes a production build unless nothing it is made of has changed, and gives the stack a copy of its own, so that a
 * later build does not pull files from under a running server. Resolves with the copy's path below the project.
 */
export async function buildFor(name: string, say: (text: string) => void): Promise<string> {
  const lock = await buildLock(say);
  try {
    const source = fingerprint();
    const output = join(projectRoot, ".next");
    const copy = join(stackDirectory(name), "next");
    if (readMark(output) !== source) {
      say("building the app …");
      rmSync(join(output, "built-from"), { force: true });
      await nextBuild();
      writeFileSync(join(output, "built-from"), `${source} ${readFileSync(join(output, "BUILD_ID"), "utf8")}`);
    }
    if (readMark(copy) !== source) {
      rmSync(copy, { recursive: true, force: true });
      mkdirSync(copy, { recursive: true });
      for (const entry of readdirSync(output)) {
        // The mark is copied last: a copy that was broken off has none.
        if (!["cache", "dev", "built-from", "lock", "trace", "trace-build"].includes(entry)) {
          cpSync(join(output, entry), join(copy, entry), { recursive: true, verbatimSymlinks: true });
        }
      }
      cpSync(join(output, "built-from"), join(copy, "built-from"));
    }
    return join(".local", name, "next");
  } finally {
    lock.release();
  }
}

async function buildLock(say: (text: string) => void) {
  for (let waited = 0; ; waited++) {
    try {
      return lockStack("build");
    } catch (error) {
      if (!(error instanceof StackIsRunning)) throw error;
      if (waited === 0) say("waiting for another build …");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** What a build was made of; undefined when it is not whole, or when something else has built there since. */
function readMark(directory: string): string | undefined {
  try {
    const [source, build] = readFileSync(join(directory, "built-from"), "utf8").split(" ");
    return build === readFileSync(join(directory, "BUILD_ID"), "utf8") ? source : undefined;
  } catch {
    return undefined;
  }
}

/** Hash of every file a build reads: sources, configuration, lock file, .env files, and the runtime's version. */
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const visit = (path: string) => {
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) visit(join(path, entry));
    } else {
      hash.update(`\0${path.slice(projectRoot.length)}\0`).update(readFileSync(path));
    }
  };
  for (const entry of readdirSync(projectRoot).sort()) {
    if (!notSource.has(entry) && !/\.(md|tsbuildinfo|log)$/.test(entry)) visit(join(projectRoot, entry));
  }
  return hash.digest("hex");
}

function nextBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnGuarded(process.execPath, [join(projectRoot, "node_modules/next/dist/bin/next"), "build"], {
      signal: "TERM",
      cwd: projectRoot,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_BUILD_UNCHECKED: "1",
        NEXT_TELEMETRY_DISABLED: "1",
        NO_COLOR: "1",
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${output.trim()}`))));
  });
}
