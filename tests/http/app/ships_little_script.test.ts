import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { visit } from "../../support/app.ts";
import { addMember } from "../../support/organization.ts";
import type { Person } from "../../support/people.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";
import { addresses } from "./addresses.ts";

/** Kilobytes of JavaScript a page may cost somebody with an empty cache, compressed. */
const BUDGET = 250;

let team: FilledTeam;
let everybody: Person;
beforeAll(async () => {
  team = await createFilledTeam();
  everybody = await addMember(team.id, ["requester", "approver", "fulfillment", "admin"], "Eve Everybody");
});

const pages = Object.entries(addresses).filter(([, { isRoute, leadsOn }]) => !isRoute && !leadsOn);

test(`no page loads more than ${BUDGET} KB of script`, async () => {
  const weights: [name: string, kilobytes: number][] = [["/sign-in", await weigh("/sign-in")]];
  for (const [name, { path }] of pages) weights.push([name, await weigh(path(team.place), everybody)]);
  expect(weights.filter(([, kilobytes]) => kilobytes > BUDGET)).toEqual([]);
  // Nothing found would be nothing measured.
  expect(weights.filter(([, kilobytes]) => kilobytes < 50)).toEqual([]);
});

/** Every script the document names, once: as elements, or as what a client component needs before it can run. */
async function weigh(path: string, as?: Person): Promise<number> {
  const response = await visit(path, as ? { as } : {});
  expect(response.status, path).toBe(200);
  const html = await response.text();
  const scripts = new Set(
    [...html.matchAll(/\/?(?:_next\/)?(static\/[\w./~%()[\]-]+\.js)/g)].map(([, script]) => script ?? ""),
  );
  // For browsers without modules only.
  for (const [, script] of html.matchAll(/<script[^>]*src="\/_next\/([^"?]+)[^"]*"[^>]*nomodule/gi))
    scripts.delete(script ?? "");
  const sizes = await Promise.all([...scripts].map(compressedSize));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

const known = new Map<string, Promise<number>>();

function compressedSize(script: string): Promise<number> {
  const size =
    known.get(script) ??
    visit(`/_next/${script}`).then(async (response) => {
      expect(response.status, script).toBe(200);
      return gzipSync(await response.arrayBuffer()).length;
    });
  known.set(script, size);
  return size;
}
