import { beforeAll, expect, test } from "vitest";
import { visit } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { footprint } from "../../support/footprint.ts";
import { holdMail } from "../../support/hold-mail.ts";
import { stagedRows } from "../../support/imports.ts";
import { createFilledTeam, type FilledTeam } from "../../support/place.ts";

let team: FilledTeam;
const own = new URL(connections.url).origin;
const [row] = stagedRows([{ order: "SO-1", sku: "A", qty: "1" }]);

beforeAll(async () => {
  team = await createFilledTeam();
  await holdMail(team.id);
});

function send(body: RequestInit["body"], headers: Record<string, string> = {}): Promise<Response> {
  const path = `/${team.slug}/import/${team.place.importId}/rows`;
  return visit(path, { method: "POST", body: body ?? null, headers: { origin: own, ...headers }, as: team.admin });
}

const refused: [string, number, RequestInit["body"], Record<string, string>?][] = [
  ["from another site", 403, JSON.stringify([row]), { origin: "https://evil.example" }],
  ["from a sandboxed frame", 403, JSON.stringify([row]), { origin: "null" }],
  ["over two megabytes", 413, JSON.stringify([{ ...row, cells: ["x".repeat(2_000_000)] }])],
  ["that are no JSON", 422, "order,sku"],
  ["that are no text", 422, new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ["nested a hundred thousand deep", 422, `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["that are one object", 422, "{}"],
  ["that are none", 422, "[]"],
  ["with a field too many", 422, JSON.stringify([{ ...row, org_id: "x" }])],
  [
    "with a prototype",
    422,
    '[{"row":2,"__proto__":{"a":1},"order_number":"1","line_key":null,"fields":{},"cells":[]}]',
  ],
  ["with a row number of its own kind", 422, JSON.stringify([{ ...row, row: -1 }])],
];

test.each(refused)("rows %s are refused", async (_, status, body, headers) => {
  const before = await footprint(team.id);
  const response = await send(body, headers);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ ok: false, message: expect.stringMatching(/\w+ \w+/) });
  expect(response.headers.get("cache-control")).toContain("no-store");
  expect(await footprint(team.id)).toEqual(before);
});

test("rows of the page itself are taken, and the same ones again change nothing", async () => {
  expect((await send(JSON.stringify([row]))).status).toBe(200);
  const before = await footprint(team.id);
  expect((await send(JSON.stringify([row]))).status).toBe(200);
  expect(await footprint(team.id)).toEqual(before);
});
