import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, stackDirectory } from "../../../supabase/local/places.ts";
import { program } from "../../support/run-program.ts";

export type Result = "green" | "red" | "nothing ran";

/** Runs the tests of one file whose titles contain the words, on the stack of that name. */
export async function runNamedTest(stack: string, file: string, title: string): Promise<Result> {
  const report = join(stackDirectory("reports"), `${stack}.json`);
  const pattern = title.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const args = [
    "run",
    "--project",
    "database",
    `tests/database/${file}`,
    "-t",
    pattern,
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const child = spawn(process.execPath, [program("vitest"), ...args], {
    cwd: projectRoot,
    stdio: "ignore",
    env: { ...process.env, TEST_STACK: stack },
  });
  await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const counts = JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
  rmSync(report);
  if (counts.numFailedTests > 0) return "red";
  return counts.numPassedTests > 0 ? "green" : "nothing ran";
}
