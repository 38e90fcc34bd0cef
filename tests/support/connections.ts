import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Connections } from "../../supabase/local/stack.ts";

const name = process.env.TEST_STACK ?? "test";

/** How to reach the stack the tests run against; tests/run.ts starts one, or finds a running one, and names it. */
export const connections: Connections = read();

function read(): Connections {
  const path = join(import.meta.dirname, "../../.local", `${name}.json`);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Connections;
  } catch (error) {
    throw new Error(
      `No ${name} stack is running. Use npm run test:database (or :http, :e2e), or start npm run test:stack.`,
      { cause: error },
    );
  }
}
