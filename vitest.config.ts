import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const alias = [
  { find: /^@\//, replacement: `${root}/` },
  // Throws outside React Server Components, which is its whole purpose; tests import server files on purpose.
  { find: "server-only", replacement: `${root}/tests/support/nothing.ts` },
];

/** Tests of one folder, each file in a process of its own unless `isolate` says otherwise. */
const project = (
  name: string,
  timeout: number,
  more: { include?: string; exclude?: string; isolate?: boolean } = {},
) => ({
  resolve: { alias },
  oxc: { jsx: { runtime: "automatic" as const } },
  test: {
    name,
    root,
    include: [`${more.include ?? `tests/${name}`}/**/*.test.{ts,tsx}`],
    exclude: more.exclude ? [`${more.exclude}/**`] : [],
    environment: "node",
    testTimeout: timeout,
    hookTimeout: timeout,
    isolate: more.isolate ?? true,
  },
});

// These start mail workers of their own, with settings of their own.
const mail = "tests/database/deliver_notifications";

export default defineConfig({
  test: {
    // One file at a time: many put a hundred people on the database at once, and two of them would run into its time limits.
    maxWorkers: 1,
    // The database and http projects need a running stack: see tests/run.ts.
    projects: [
      project("unit", 10_000),
      project("database-mail", 60_000, { include: mail }),
      // One process for all of its files: starting 90 takes a fifth of the time.
      project("database", 60_000, { exclude: mail, isolate: false }),
      project("http", 60_000),
    ],
  },
});
