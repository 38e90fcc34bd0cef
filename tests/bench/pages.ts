import { chromium } from "@playwright/test";
import { findChromium } from "../support/chromium.ts";
import type { Person } from "../support/people.ts";
import { createFilledTeam, type FilledTeam } from "../support/place.ts";
import { sessionOf } from "../support/session.ts";
import { type Row, report } from "./report.ts";
import type { ServedApp } from "./served-app.ts";

type Weight = { script: number; style: number; font: number; document: number };

/** What a browser with an empty cache loads for each page, in kilobytes as they travel: compressed. */
export async function benchPages(app: ServedApp): Promise<void> {
  const team = await createFilledTeam();
  const rows: Row[] = [];
  for (const [name, path, person] of pagesOf(team)) {
    const { script, style, font, document } = await weigh(app, path, person);
    rows.push([name, ...[script, style, font, document].map((bytes) => (bytes / 1024).toFixed(0))]);
  }
  report("Kilobytes of a page, compressed, with an empty cache", ["page", "JavaScript", "CSS", "fonts", "HTML"], rows);
}

function pagesOf({ place, requester, approver, admin }: FilledTeam): [string, string, Person | null][] {
  const org = `/${place.slug}`;
  return [
    ["sign-in", "/sign-in", null],
    ["home", org, requester],
    ["orders", `${org}/orders`, requester],
    ["order", `${org}/orders/${place.order}`, requester],
    ["change form", `${org}/orders/${place.order}/change`, requester],
    ["queue", `${org}/queue`, approver],
    ["requests", `${org}/requests`, requester],
    ["request", `${org}/requests/${place.request}`, approver],
    ["import", `${org}/import`, admin],
    ["import preview", `${org}/import/${place.importId}`, admin],
    ["export", `${org}/export`, admin],
    ["audit", `${org}/audit`, admin],
    ["status words", `${org}/settings/status-words`, admin],
  ];
}

async function weigh(app: ServedApp, path: string, person: Person | null): Promise<Weight> {
  // A browser of its own: nothing is cached.
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext();
    if (person) {
      const { cookies } = await sessionOf(person);
      await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: app.url })));
    }
    const page = await context.newPage();
    const weight: Weight = { script: 0, style: 0, font: 0, document: 0 };
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const kinds = new Map<string, keyof Weight>();
    network.on("Network.responseReceived", ({ requestId, type }) => {
      const kind = { Script: "script", Stylesheet: "style", Font: "font", Document: "document" }[type as string];
      if (kind) kinds.set(requestId, kind as keyof Weight);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId);
      if (kind) weight[kind] += encodedDataLength;
    });
    const answer = await page.goto(new URL(path, app.url).href, { waitUntil: "networkidle" });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}.`);
    return weight;
  } finally {
    await browser.close();
  }
}
