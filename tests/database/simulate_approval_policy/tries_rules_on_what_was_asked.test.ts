import { expect, test } from "vitest";
import { by, byAnyone, rule, withRules } from "../../support/approvals.ts";
import { ask } from "../../support/ask.ts";
import { footprint } from "../../support/footprint.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, resubmit, submit, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

test("each request of the month counts once, by its last round, on the facts of its day; nothing is written", async () => {
  const team = await createTeam();
  const simulate = (rules: unknown[]) =>
    ask(team.admin.userId, "simulate_approval_policy", { p_org: team.id, p_rules: rules });
  const to = (order: Awaited<ReturnType<typeof createOrder>>, quantity: string) => [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity },
  ];
  await withRules(team, rule([byAnyone()], { quantity: "1" }, "any"));
  const orders = await Promise.all(Array.from({ length: 5 }, () => createOrder(team.id)));
  const [small, big, grown, old, locked] = orders as [
    (typeof orders)[0],
    (typeof orders)[0],
    (typeof orders)[0],
    (typeof orders)[0],
    (typeof orders)[0],
  ];
  await submitted(team.requester, small, to(small, "11"));
  const second = await submitted(team.requester, big, to(big, "30"));
  const third = await submitted(team.requester, grown, to(grown, "11"));
  await decide(team.approver, third, "return");
  await resubmit(team.requester, third, to(grown, "40"));
  const fourth = await submitted(team.requester, old, to(old, "50"));
  await superuser`update public.request_rounds set submitted_at = now() - interval '31 days' where request_id = ${fourth.id}`;
  await superuser`update public.orders set stage = 'picked' where id = ${locked.id}`;
  await submit(team.requester, locked, to(locked, "99"));
  // What the order says today doesn't matter.
  await superuser`update public.order_lines set quantity_ordered = 30 where order_id = ${big.id}`;

  const before = await footprint(team.id);
  const answer = await simulate([rule([by([team.approver]), byAnyone()], { quantity: "20" }, "big")]);
  expect(answer).toMatchObject({
    outcome: "simulated",
    requests: 3,
    rules: [
      {
        rule_id: "big",
        requests: 2,
        elsewhere: 2,
        examples: [third.reference, second.reference],
        people: [["Priya Approver"], ["Axel Approver", "Priya Approver"]],
      },
      { rule_id: "default", requests: 1, elsewhere: 1 },
    ],
    problems: [],
  });
  expect(await simulate([rule([by([team.fulfillment])])])).toMatchObject({
    problems: [{ code: "too_few_approvers", available: 0 }],
  });
  expect(await simulate([rule([byAnyone()], { sku: "" })])).toMatchObject({ code: "PT422", reason: "invalid_sku" });
  expect(await footprint(team.id)).toEqual(before);
});
