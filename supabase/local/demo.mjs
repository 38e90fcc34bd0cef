// `npm run demo` and `npm run dev` start here. Plain JavaScript without dependencies, because on a fresh clone there is
// neither node_modules nor a Node.js that runs TypeScript. It installs what is missing and hands over to serve.ts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const pinnedNode = join(root, "node_modules/.bin/node");

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Node.js 20 or later is needed; this is ${process.version}.`);
if (process.platform === "win32") fail("The embedded stack runs on Linux and macOS. On Windows use WSL.");

if (!isInstalled()) install();
if (spawnSync(pinnedNode, ["--version"]).status !== 0) {
  fail(
    "The Node.js that comes with the packages does not start. Are npm's install scripts switched off (`ignore-scripts`)?",
  );
}
handOver();

/** npm writes node_modules/.package-lock.json last, so it tells a whole installation from a broken-off or an old one. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const found = JSON.parse(readFileSync(join(root, "node_modules/.package-lock.json"), "utf8")).packages;
    return (
      existsSync(pinnedNode) &&
      Object.entries(wanted).every(
        ([path, entry]) => path === "" || entry.optional || found[path]?.version === entry.version,
      )
    );
  } catch {
    return false;
  }
}

function install() {
  const began = Date.now();
  process.stdout.write("Installing packages with npm ci, once; this takes a minute or two …\n");
  // The pinned Node.js is among what gets replaced, so npm must run on the machine's own.
  const path = (process.env.PATH ?? "").split(delimiter).filter((entry) => !entry.endsWith("node_modules/.bin"));
  const { status } = spawnSync(
    "npm",
    ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, PATH: path.join(delimiter) },
    },
  );
  if (status !== 0) fail("npm ci failed; its messages are above.");
  process.stdout.write(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.\n`);
}

function handOver() {
  // The message channel closes when this process dies, even by kill -9, and tells serve.ts to stop.
  const child = spawn(pinnedNode, [join(root, "supabase/local/serve.ts"), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

  // npm killed outright leaves its shell, or us, with another parent. Without npm it is normal that the starting shell goes.
  const npm = ancestors();
  const check = () => ancestors() !== npm && child.kill("SIGTERM");
  if (process.env.npm_lifecycle_event) setInterval(check, 1000).unref();
}

/** Our parent and, where the system tells, the parent's parent: npm puts a shell between itself and the script. */
function ancestors() {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${parent}`;
  }
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
