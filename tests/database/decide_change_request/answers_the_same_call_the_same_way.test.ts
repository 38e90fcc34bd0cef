import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { footprint } from "../../support/footprint.ts";
import { createOrder } from "../../support/order.ts";
import { decide, requestOf, resubmit, submit, submitted, withdraw } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

const removal = (line: string | undefined) => [{ kind: "remove_line", line_id: line }];

test("fifty decisions with one key are one decision and 49 replays of its answer", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  const key = randomUUID();
  const fifty = Array.from({ length: 50 }, () => decide(team.approver, request, "approve", { key }));
  const answers = await Promise.all(fifty);
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  const [first] = answers;
  for (const answer of answers) expect({ ...answer, replayed: null }).toEqual({ ...first, replayed: null });
  expect(first).toMatchObject({ outcome: "applied" });
  expect(await traces(request.id)).toMatchObject({ version: 2, writes: 1, decisions: 1 });
});

test("the same key with another body is refused without effect", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  const key = randomUUID();
  await decide(team.approver, request, "reject", { key });
  const before = await footprint(team.id);
  for (const again of [
    await decide(team.approver, request, "approve", { key }),
    await decide(team.approver, request, "reject", { key, note: "Another reason" }),
    await decide(team.approver, request, "reject", { key, version: 2 }),
  ]) {
    expect(again).toMatchObject({ code: "PT422", reason: "idempotency_key_reused" });
  }
  expect(await footprint(team.id)).toEqual(before);
});

test("a key belongs to one person and one command", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const key = "the-same-key";
  const first = requestOf(await submit(team.requester, order, removal(order.lines[0].id), { key }));
  const second = requestOf(await submit(team.secondRequester, order, removal(order.lines[1]?.id), { key }));
  expect(second.id).not.toBe(first.id);
  expect(await decide(team.approver, first, "approve", { key })).toMatchObject({ outcome: "applied", replayed: false });
  const other = await decide(team.secondApprover, second, "reject", { key, version: 2 });
  expect(other).toMatchObject({ outcome: "rejected", replayed: false });
});

test("a replay is the first answer, though everything has moved on", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  const key = randomUUID();
  const returned = await decide(team.approver, request, "return", { key });
  const second = requestOf(await resubmit(team.requester, request, removal(order.lines[1]?.id)));
  await decide(team.secondApprover, second, "approve");
  expect(await decide(team.approver, request, "return", { key })).toEqual({ ...returned, replayed: true });
  expect(await traces(request.id)).toMatchObject({ status: "applied", version: 2, writes: 1, decisions: 2 });
});

test("a second decision, with a key of its own, learns what was decided and by whom", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, removal(order.lines[0].id));
  await decide(team.approver, request, "reject", { note: "No stock" });
  const decided = { outcome: "already_decided", status: "rejected", decided_by: "Priya Approver", note: "No stock" };
  for (const decision of ["approve", "reject", "return"]) {
    expect(await decide(team.secondApprover, request, decision)).toMatchObject(decided);
  }
  expect(await withdraw(team.requester, request)).toMatchObject(decided);
  expect(await resubmit(team.requester, request, removal(order.lines[1]?.id))).toMatchObject(decided);
  expect(await traces(request.id)).toMatchObject({ version: 1, status: "rejected", decisions: 1, writes: 0 });
});
