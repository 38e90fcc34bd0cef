import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const alias = [
  { find: /^@\//, replacement: `${root}/` },
  // Throws outside React Server Components, which is its whole purpose; tests import server files on purpose.
  { find: "server-only", replacement: `${root}/tests/support/nothing.ts` },
];

const project = (name: string, timeout: number) => ({
  resolve: { alias },
  oxc: { jsx: { runtime: "automatic" as const } },
  test: {
    name,
    root,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    environment: "node",
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  test: {
    // The database and http projects need a running stack: see tests/run.ts.
    projects: [project("unit", 10_000), project("database", 60_000), project("http", 60_000)],
  },
});
