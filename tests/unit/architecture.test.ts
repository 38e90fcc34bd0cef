import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What each domain may import besides itself and the platform. */
const below: Record<string, string[]> = {
  orders: [],
  approvals: [],
  "change-requests": ["orders"],
  fulfillment: ["orders", "change-requests"],
  imports: ["orders"],
  exports: ["orders", "imports"],
  audit: [],
  notifications: [],
  settings: ["orders", "imports"],
  "api-keys": [],
  unattended: ["imports", "exports"],
  sheets: ["imports", "unattended"],
  api: ["imports", "exports", "unattended"],
};

/**
 * What every domain may use: the words for changes and problems, so that pages, mails and the trail read the same; cells
 * that no spreadsheet runs; and the knock on the outbox after a command.
 */
const shared = [
  /^lib\/change-requests\/(change-view|problem|read-change|describe-[a-z-]+)$/,
  /^lib\/approvals\/(describe-[a-z-]+|policy-rule)$/,
  /^lib\/exports\/csv$/,
  /^lib\/notifications\/deliver-after$/,
];
const isShared = (path: string) => shared.some((pattern) => pattern.test(path));

/** The only files that may work past row-level security: for nobody in particular, or for visitors without a session. */
const adminClientImporters = [
  "lib/notifications/",
  "lib/auth/visitor-commands",
  "lib/exports/drop-old-lines",
  "lib/imports/sweep-imports",
  "lib/unattended/commands",
  "lib/change-requests/settle-due-requests",
  "lib/fulfillment/remind-late",
];

const files = ["app", "components", "lib", "supabase", "tests"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(tsx?|mjs|sql|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const app = files.filter(({ path }) => /^(app|components|lib)\/.*\.tsx?$/.test(path));

/** Every import between our own files, both ends as paths below the root. */
const edges = app.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)]
    .map(([, target = ""]) =>
      target.startsWith("@/") ? target.slice(2) : target.startsWith(".") ? join(dirname(path), target) : "",
    )
    .filter(Boolean)
    .map((to) => ({ from: path, to, arrow: `${path} → ${to}` })),
);

const layer = (path: string) => path.split("/")[0] ?? "";
/** `imports` for lib/imports/… and components/imports/…; undefined for the platform, the shell and app. */
const domain = (path: string) => {
  const [top, folder = ""] = path.split("/");
  return top !== "app" && folder in below ? folder : undefined;
};
const offenders = (isWrong: (edge: (typeof edges)[number]) => boolean) =>
  edges.filter(isWrong).map(({ arrow }) => arrow);

test("imports go from app to components to lib, never back", () => {
  const rank = ["app", "components", "lib"];
  expect(offenders(({ from, to }) => rank.indexOf(layer(from)) > rank.indexOf(layer(to)))).toEqual([]);
});

test("the platform, the shell and components/ui know no domain", () => {
  expect(offenders(({ from, to }) => layer(from) !== "app" && !domain(from) && domain(to) !== undefined)).toEqual([]);
});

test("domains import only downward, and their components never each other's", () => {
  const upward = ({ from, to }: (typeof edges)[number]) => {
    const [own, other] = [domain(from), domain(to)];
    if (!own || !other || own === other || isShared(to)) return false;
    return layer(to) === "components" || !below[own]?.includes(other);
  };
  expect(offenders(upward)).toEqual([]);
});

test("few files work past row-level security", () => {
  const isAllowed = (path: string) => adminClientImporters.some((prefix) => path.startsWith(prefix));
  expect(offenders(({ from, to }) => to === "lib/supabase/admin" && !isAllowed(from))).toEqual([]);
});

test("files that read secrets or the database never reach the browser", () => {
  const isServerFile = /^lib\/(env|auth\/gate|supabase\/(admin|server|rpc)|.+\/queries|notifications\/deliver.*)\.ts$/;
  const open = app.filter(({ path, text }) => isServerFile.test(path) && !text.includes('import "server-only"'));
  expect(open.map(({ path }) => path)).toEqual([]);
});

test("settings are read in lib/env.ts and nowhere else", () => {
  const readers = app.filter(
    ({ path, text }) => text.includes("process.env") && !/^lib\/env(\.public)?\.ts$/.test(path),
  );
  expect(readers.map(({ path }) => path)).toEqual([]);
});

test("files are small, named after one thing, and in kebab-case", () => {
  const drawers = files.filter(({ path }) => /^(index|utils|helpers|types)\.tsx?$/.test(basename(path)));
  expect(drawers.map(({ path }) => path)).toEqual([]);
  const shouting = app.filter(({ path }) => !/^[a-z0-9-]+(\.[a-z]+)*\.tsx?$/.test(basename(path)));
  expect(shouting.map(({ path }) => path)).toEqual([]);
  const long = files.filter(
    ({ path, text }) => text.split("\n").length > 301 && relative("lib/supabase/database.types.ts", path),
  );
  expect(long.map(({ path }) => path)).toEqual([]);
});
