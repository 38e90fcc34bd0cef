import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Acted, act, actions, type Fields, post } from "../../support/app.ts";
import { connections } from "../../support/connections.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder, type Order } from "../../support/order.ts";
import { createOrganization, type Role } from "../../support/organization.ts";
import { type Request, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { actionRoles, publicActions } from "./action-roles.ts";

const roles = ["requester", "approver", "fulfillment", "admin"] as const;

let team: Team;
let order: Order;
let request: Request;
beforeAll(async () => {
  team = await createTeam();
  order = await createOrder(team.id);
  request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
});

const failure = (code: string) => ({ status: 200, answer: { ok: false, code } });

/** A submission that would go through for whoever may. */
function submission(change: Fields = {}): Fields {
  return {
    org: team.slug,
    order_id: order.id,
    base_version: String(order.version),
    changes: JSON.stringify([{ kind: "set_quantity", line_id: order.lines[1]?.id, quantity: "7" }]),
    reason_code: "customer_request",
    reason: "They called",
    idempotency_key: randomUUID(),
    ...change,
  };
}

async function expectNothingWritten(work: () => Promise<unknown>): Promise<void> {
  const before = await footprint(team.id);
  await work();
  expect(await footprint(team.id)).toEqual(before);
}

test("every action of the build has an expectation", () => {
  expect([...actions.keys()].sort()).toEqual([...Object.keys(actionRoles), ...publicActions].sort());
});

describe.each(Object.entries(actionRoles))("%s", (name, asked) => {
  const isForAll = asked === "every member";
  const role = isForAll ? "fulfillment" : asked;
  test("asks who is there before it reads anything", async () => {
    await expectNothingWritten(async () => {
      const refused: [string, Fields, Role | "stranger" | "deactivated" | undefined][] = [
        ["signed_out", { org: team.slug }, undefined],
        ["not_found", { org: team.slug }, "stranger"],
        ["not_found", { org: team.slug }, "deactivated"],
        ...roles
          .filter((other) => !isForAll && other !== role)
          .map((other) => ["not_allowed", { org: team.slug }, other] as (typeof refused)[number]),
        ...["", "__proto__", "../admin", team.id, "x".repeat(5_000)].map(
          (org) => ["not_found", { org }, role] as (typeof refused)[number],
        ),
      ];
      const answers = await Promise.all(
        refused.map(([, fields, who]) => act(name, fields, who === undefined ? {} : { as: team[who] })),
      );
      for (const [at, [code, fields, who]] of refused.entries())
        expect(answers[at], `${who} ${fields.org}`).toMatchObject(failure(code));
    });
  });

  test("takes no field it does not know", async () => {
    await expectNothingWritten(async () => {
      const fields = { org: team.slug, __proto__x: "1", role: "admin", actor: team.admin.memberId, status: "applied" };
      const acted = await act(name, fields, { as: team[role] });
      expect(acted.status).toBe(200);
      expect(acted.answer).toMatchObject({ ok: false, code: "invalid" });
    });
  });
});

describe("with ids of another organization", () => {
  test("nothing is found, and nothing written in either", async () => {
    const mine = await createOrganization();
    const own = { org: mine.slug };
    const key = { idempotency_key: randomUUID() };
    const importId = randomUUID();
    const attempts: [string, Role, Fields][] = [
      ["submitRequest", "requester", submission(own)],
      ["resubmitRequest", "requester", { ...resubmission(), ...own }],
      ["withdrawRequest", "requester", { ...own, request_id: request.id, ...key }],
      ["decideRequest", "approver", { ...decision(), ...own }],
      ["setRoles", "admin", { ...own, member_id: team.requester.memberId, "roles[]": ["admin"] }],
      ["switchMember", "admin", { ...own, member_id: team.requester.memberId, active: "false" }],
      ["previewImport", "admin", { ...own, import_id: importId }],
      ["commitImport", "admin", { ...own, import_id: importId, ...key }],
      ["discardImport", "admin", { ...own, import_id: importId }],
    ];
    const before = await footprint(mine.id);
    await expectNothingWritten(async () => {
      for (const [name, role, fields] of attempts)
        expect(await act(name, fields, { as: mine[role] }), name).toMatchObject(failure("not_found"));
    });
    expect(await footprint(mine.id)).toEqual(before);
  });
});

function resubmission(): Fields {
  const { order_id: _, ...fields } = submission();
  return { ...fields, request_id: request.id };
}

function decision(): Fields {
  return {
    org: team.slug,
    request_id: request.id,
    decision: "approve",
    note: "",
    expected_version: String(request.version),
    payload_hash: request.hash,
    idempotency_key: randomUUID(),
  };
}

describe("from another site", () => {
  const origins = [
    "https://evil.example",
    "null",
    `${connections.url}.evil.example`,
    "http://127.0.0.1:1",
    connections.url.replace("http:", "https:").replace("127.0.0.1", "127.0.0.2"),
  ];

  test.each(origins)("a post with the origin %s is not run", async (origin) => {
    await expectNothingWritten(async () => {
      const acted = await act("submitRequest", submission(), { as: team.requester, headers: { origin } });
      expect(acted.answer).toBeUndefined();
      expect(acted.status).toBeGreaterThanOrEqual(400);
    });
  });

  test("nor is a plain form that names the action", async () => {
    await expectNothingWritten(async () => {
      const form = new FormData();
      form.append(`$ACTION_ID_${actions.get("submitRequest")}`, "");
      for (const [name, value] of Object.entries(submission())) form.append(name, String(value));
      const headers = { origin: "https://evil.example", "next-action": "" };
      const acted = await post("submitRequest", form, { as: team.requester, headers });
      expect(acted.answer).toBeUndefined();
    });
  });
});

describe("with a body nobody typed", () => {
  const bad: [string, Fields][] = [
    ["changes nested a hundred thousand deep", { changes: "[".repeat(99_000) }],
    ["changes longer than a form sends", { changes: JSON.stringify(["x".repeat(200_000)]) }],
    ["changes that are not JSON", { changes: "{" }],
    ["changes that are an object", { changes: "{}" }],
    ["no changes", { changes: "[]" }],
    ["a kind nobody knows", { changes: '[{"kind":"delete_order"}]' }],
    ["a prototype", { changes: '[{"kind":"remove_line","line_id":"x","__proto__":{"admin":true}}]' }],
    ["an endless quantity", { changes: quantity("1e309") }],
    ["a quantity that is no number", { changes: quantity("NaN") }],
    ["a negative quantity", { changes: quantity("-1") }],
    ["a zero quantity", { changes: quantity("0") }],
    ["seven decimals", { changes: quantity("1.0000001") }],
    ["a version that is no number", { base_version: "latest" }],
    ["an order that is no id", { order_id: "1 or 1=1" }],
    ["ten thousand letters of reason", { reason: "x".repeat(10_000) }],
    ["no reason", { reason: "  " }],
    ["a short key", { idempotency_key: "1" }],
    ["one field twice", { changes: ["[]", "[]"] }],
  ];
  function quantity(text: string): string {
    return JSON.stringify([{ kind: "set_quantity", line_id: randomUUID(), quantity: text }]);
  }

  test.each(bad)("%s is refused in words", async (_, change) => {
    await expectNothingWritten(async () => {
      const acted = await act("submitRequest", submission(change), { as: team.requester });
      expect(acted.status).toBe(200);
      expect(acted.answer).toMatchObject({ ok: false, code: "invalid" });
      expect(Object.values(acted.answer?.fields ?? {}).join(" ")).toMatch(/\w+ \w+/);
    });
  });

  const raw: [string, () => RequestInit["body"]][] = [
    ["two megabytes", () => "x".repeat(2_000_000)],
    ["two megabytes in a form", () => formOf({ _1_reason: "x".repeat(2_000_000) })],
    ["arguments nested a hundred thousand deep", () => formOf({ "0": `${"[".repeat(50_000)}${"]".repeat(50_000)}` })],
    ["arguments that refer to themselves", () => formOf({ "0": '["$0","$K1"]' })],
    ["a constructor for an argument", () => formOf({ "0": '["$1:constructor:constructor","$K1"]', "1": '"x"' })],
    ["ten thousand fields", () => formOf(Object.fromEntries(numbers(10_000).map((n) => [`_1_f${n}`, "x"])))],
    ["nothing", () => ""],
    ["no form but text", () => "[]"],
  ];
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  function formOf(fields: Record<string, string>): FormData {
    const form = new FormData();
    for (const [name, value] of Object.entries({ _1_org: team.slug, "0": '[null,"$K1"]', ...fields }))
      form.append(name, value);
    return form;
  }

  test.each(raw)("%s changes nothing, and the next request is served", async (_, body) => {
    await expectNothingWritten(async () => {
      const acted: Acted | undefined = await post("submitRequest", body(), { as: team.requester }).catch(
        () => undefined,
      );
      expect(acted?.answer?.ok ?? false).toBe(false);
    });
    expect(await act("submitRequest", { org: team.slug })).toMatchObject(failure("signed_out"));
  });
});

test("an action nobody wrote is not found", async () => {
  const headers = { "next-action": "7f".padEnd(42, "0") };
  await expectNothingWritten(async () => {
    const { status } = await act("submitRequest", submission(), { as: team.requester, headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

test("the same post goes through for whoever may, once", async () => {
  const fields = submission();
  const answers = await Promise.all([1, 2, 3].map(() => act("submitRequest", fields, { as: team.requester })));
  for (const { answer } of answers) expect(answer).toMatchObject({ ok: true, data: { outcome: "submitted" } });
  const references = answers.map(({ answer }) => (answer?.data as { reference: string } | undefined)?.reference);
  expect(new Set(references).size).toBe(1);
});
