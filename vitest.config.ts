import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const alias = [
  { find: /^@\//, replacement: `${root}/` },
  // Throws outside React Server Components, which is its whole purpose; tests import server files on purpose.
  { find: "server-only", replacement: `${root}/tests/support/nothing.ts` },
];

type Project = { include?: string[]; exclude?: string[]; isolate?: boolean; isAlone?: boolean };

/** Tests of one folder, two files at a time, each in a process of its own, unless `isolate` and `isAlone` say otherwise. */
const project = (
  name: string,
  timeout: number,
  { include, exclude = [], isolate = true, isAlone = false }: Project = {},
) => ({
  resolve: { alias },
  oxc: { jsx: { runtime: "automatic" as const } },
  test: {
    name,
    root,
    include: include ?? [`tests/${name}/**/*.test.{ts,tsx}`],
    exclude,
    environment: "node",
    testTimeout: timeout,
    hookTimeout: timeout,
    isolate,
    maxWorkers: isAlone ? 1 : 2,
    sequence: { groupOrder: isAlone ? 0 : 1 },
  },
});

// What sends mail sends everybody's: before the others begin, and one at a time.
const mailInDatabase = ["tests/database/deliver_notifications/**/*.test.ts"];
const mailOverHttp = [
  "tests/http/notifications/**/*.test.ts",
  "tests/http/app/answers_the_scheduler_and_the_monitor.test.ts",
  "tests/http/app/shows_text_as_text.test.ts",
];

export default defineConfig({
  test: {
    // The database and http projects need a running stack: see tests/run.ts.
    projects: [
      project("unit", 10_000),
      project("database-mail", 60_000, { include: mailInDatabase, isAlone: true }),
      // One process for all of a worker's files: starting 90 takes a fifth of the time.
      project("database", 60_000, { exclude: mailInDatabase, isolate: false }),
      project("http-mail", 60_000, { include: mailOverHttp, isAlone: true }),
      project("http", 60_000, { exclude: mailOverHttp }),
    ],
  },
});
