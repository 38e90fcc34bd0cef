import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted, withdraw } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

test("a withdrawn request frees its targets, for its requester alone to do", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const removal = [{ kind: "remove_line", line_id: order.lines[0].id }];
  const request = await submitted(team.requester, order, removal);
  const stolen = await withdraw(team.secondRequester, request);
  expect(stolen).toMatchObject({ code: "PT403", reason: "not_your_request" });
  const key = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => withdraw(team.requester, request, key)));
  expect(answers.map(({ outcome }) => outcome)).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await traces(request.id)).toMatchObject({
    status: "withdrawn",
    held: 0,
    version: 1,
    writes: 0,
    actions: ["request.submitted", "request.withdrawn"],
  });
  await submitted(team.secondRequester, order, removal);
});

test("withdrawing what was sent back keeps who decided, and when", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  await decide(team.approver, request, "return");
  const decision = () =>
    superuser`select decided_by, decided_at, decision_note from public.change_requests where id = ${request.id}`;
  const before = await decision();
  expect(await withdraw(team.requester, request)).toMatchObject({ outcome: "withdrawn" });
  expect(await decision()).toEqual(before);
});
