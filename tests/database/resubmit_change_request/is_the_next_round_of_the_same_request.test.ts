import { expect, test } from "vitest";
import { createOrder } from "../../support/order.ts";
import { decide, requestOf, resubmit, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

test("what was sent back comes again, is held again, and is decided on its new content", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const removal = [{ kind: "remove_line", line_id: order.lines[0].id }];
  const first = await submitted(team.requester, order, removal);
  await decide(team.approver, first, "return", { note: "Only two of them" });
  expect((await traces(first.id)).held).toBe(0);
  expect(await decide(team.approver, first, "approve")).toMatchObject({
    outcome: "already_decided",
    status: "returned",
  });
  const stolen = await resubmit(team.secondRequester, first, removal);
  expect(stolen).toMatchObject({ code: "PT403", reason: "not_your_request" });

  const again = await resubmit(team.requester, first, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "8" },
  ]);
  expect(again).toMatchObject({ outcome: "submitted", request_id: first.id, reference: first.reference, round: 2 });
  const second = requestOf(again);
  expect(second.hash).not.toBe(first.hash);
  expect(await decide(team.approver, first, "approve"), "the first round's content").toMatchObject({
    outcome: "stale",
  });
  expect(await decide(team.approver, second, "approve")).toMatchObject({ outcome: "applied", round: 2 });
  expect(await traces(first.id)).toEqual({
    version: 2,
    status: "applied",
    writes: 1,
    decisions: 2,
    held: 0,
    actions: [
      "request.submitted",
      "request.returned",
      "request.resubmitted",
      "check.refused",
      "request.applied",
      "order.changed",
    ],
    mails: { request_submitted: 4, request_returned: 1, request_applied: 2 },
  });
});

test("a round that has become impossible is refused and ends the request", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id, { lines: [{ quantity: "10", picked: "4" }] });
  const change = (quantity: string) => [{ kind: "set_quantity", line_id: order.lines[0].id, quantity }];
  const request = await submitted(team.requester, order, change("6"));
  await decide(team.approver, request, "return");
  expect(await resubmit(team.requester, request, change("3"))).toMatchObject({
    outcome: "refused",
    round: 2,
    problems: [{ code: "below_floor", floor: "4" }],
  });
  expect(await traces(request.id)).toMatchObject({ status: "refused", held: 0, writes: 0 });
  expect(await resubmit(team.requester, request, change("6"))).toMatchObject({ outcome: "already_decided" });
});

test("ten at once with keys of their own are one round", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const removal = [{ kind: "remove_line", line_id: order.lines[0].id }];
  const request = await submitted(team.requester, order, removal);
  await decide(team.approver, request, "return");
  const answers = await Promise.all(Array.from({ length: 10 }, () => resubmit(team.requester, request, removal)));
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([...Array(9).fill("already_decided"), "submitted"]);
  expect(await traces(request.id)).toMatchObject({ status: "pending", mails: { request_submitted: 4 } });
});
