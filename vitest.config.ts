import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const alias = [
  { find: /^@\//, replacement: `${root}/` },
  // Throws outside React Server Components, which is its whole purpose; tests import server files on purpose.
  { find: "server-only", replacement: `${root}/tests/support/nothing.ts` },
];

type Project = {
  include?: string[];
  exclude?: string[];
  isolate?: boolean;
  /** Groups run one after another, lowest first. */
  group?: number;
  workers?: number;
};

/** Tests of one folder, two files at a time, each in a process of its own, unless said otherwise. */
const project = (
  name: string,
  timeout: number,
  { include, exclude = [], isolate = true, group = 9, workers = 2 }: Project = {},
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
    maxWorkers: workers,
    sequence: { groupOrder: group },
  },
});

// What sends mail sends everybody's: before the others begin, and one at a time.
const mailInDatabase = ["tests/database/deliver_notifications/**/*.test.ts"];
const mailOverHttp = [
  "tests/http/notifications/**/*.test.ts",
  "tests/http/app/answers_the_scheduler_and_the_monitor.test.ts",
  "tests/http/app/shows_text_as_text.test.ts",
];
// A hundred people at once fill the machine by themselves: one such file at a time.
const crowds = [
  "tests/database/*/agrees_with_a_pure_model.test.ts",
  "tests/database/*/never_writes_after_*.test.ts",
  "tests/database/*/*under_a_{hundred,thousand}_*.test.ts",
  "tests/database/*/survives_a_killed_backend.test.ts",
  "tests/database/*/{lets_one_request_have_a_thing,makes_one_member_of_the_right_person}.test.ts",
  "tests/database/*/{always_keeps_an_admin,never_waits_in_a_circle_*,counts_against_guessing}.test.ts",
];

export default defineConfig({
  test: {
    // The database and http projects need a running stack: see tests/run.ts.
    projects: [
      project("unit", 10_000),
      project("database-mail", 60_000, { include: mailInDatabase, group: 0, workers: 1 }),
      // One process for all of a worker's files: starting 90 takes a fifth of the time.
      project("database-crowds", 60_000, { include: crowds, isolate: false, group: 1, workers: 1 }),
      project("database", 60_000, { exclude: [...mailInDatabase, ...crowds], isolate: false }),
      project("http-mail", 60_000, { include: mailOverHttp, group: 0, workers: 1 }),
      project("http", 60_000, { exclude: mailOverHttp }),
    ],
  },
});
