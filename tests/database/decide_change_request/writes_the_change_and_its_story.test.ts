import { expect, test } from "vitest";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

test("an approved request changes the order once, with ledger, decision, trail and mail", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const [line] = order.lines;
  const request = await submitted(team.requester, order, [{ kind: "set_quantity", line_id: line.id, quantity: "12" }]);

  const answer = await decide(team.approver, request, "approve", { note: "Fine" });

  expect(answer).toMatchObject({ outcome: "applied", version: 2, applied_version: 2, problems: [], replayed: false });
  const [row] = await superuser`
    select o.version, l.quantity_ordered::text as quantity, r.status, r.applied_version, r.decided_by, r.decision_note,
      (select count(*)::int from public.open_targets t where t.request_id = r.id) as held
    from public.change_requests r
    join public.orders o on o.id = r.order_id join public.order_lines l on l.id = ${line.id}
    where r.id = ${request.id}`;
  expect(row).toEqual({
    version: 2,
    quantity: "12.000000",
    status: "applied",
    applied_version: 2,
    decided_by: team.approver.memberId,
    decision_note: "Fine",
    held: 0,
  });
  expect(
    await superuser`select version_before, version_after, written_by from public.order_writes where request_id = ${request.id}`,
  ).toEqual([{ version_before: 1, version_after: 2, written_by: team.approver.memberId }]);
  expect(
    await superuser`select decision, outcome, decided_by, order_version from public.decisions where request_id = ${request.id}`,
  ).toEqual([{ decision: "approve", outcome: "applied", decided_by: team.approver.memberId, order_version: 1 }]);
  const entries = await superuser`
    select action, actor_name, order_number, after -> 'changes' -> 0 -> 'after' as change from public.audit_entries
    where request_id = ${request.id} order by seq`;
  expect(entries).toMatchObject([
    {
      action: "request.submitted",
      actor_name: "Carl Requester",
      order_number: order.number,
      change: { quantity: "12" },
    },
    { action: "request.applied", actor_name: "Priya Approver", order_number: order.number },
    { action: "order.changed", actor_name: "Priya Approver", order_number: order.number, change: { quantity: "12" } },
  ]);
});
