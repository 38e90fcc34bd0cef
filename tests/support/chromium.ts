import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

export type BrowserProgram = { executablePath?: string; args: string[] };

/** A browser to test with: the machine's Chromium, else Playwright's own, else the one that comes from npm. */
export async function findChromium(): Promise<BrowserProgram> {
  const args = ["--no-sandbox", "--disable-dev-shm-usage"]; // tests run as root and in small containers
  const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    .map(findOnPath)
    .find(Boolean);
  if (onPath) return { executablePath: onPath, args };
  if (existsSync(chromium.executablePath())) return { args };
  const packaged = (await import("@sparticuz/chromium")).default;
  // Its own arguments are for functions in the cloud: one process for everything, which dies with the second window, and no
  // web security, which is what some tests are about.
  return { executablePath: await packaged.executablePath(), args };
}

function findOnPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}
