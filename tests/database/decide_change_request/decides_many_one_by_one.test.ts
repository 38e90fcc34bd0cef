import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { decideEach, type ManyItem } from "@/lib/change-requests/decide-many";
import type { DecideOutcome } from "@/lib/change-requests/decision-outcome";
import { call } from "../../support/command.ts";
import { createOrder, type Order } from "../../support/order.ts";
import type { Member } from "../../support/organization.ts";
import { superuser } from "../../support/postgres.ts";
import { type Change, decide, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

/** What the bulk action does, without the form around it. */
function decideMany(who: Member, items: ManyItem[], key = randomUUID()) {
  return decideEach(
    items,
    (item) =>
      call<DecideOutcome>(who.userId, "decide_change_request", {
        p_request_id: item.request_id,
        p_decision: "approve",
        p_note: null,
        p_expected_version: item.expected_version,
        p_payload_hash: item.payload_hash,
        p_idempotency_key: `${key}:${item.request_id}`,
      }),
    (error) => (error as Error).message,
  );
}

async function item(by: Member, order: Order, changes: Change[]): Promise<ManyItem> {
  const request = await submitted(by, order, changes);
  return { request_id: request.id, order_id: order.id, expected_version: request.version, payload_hash: request.hash };
}

const remove = (order: Order, index = 0) => [{ kind: "remove_line", line_id: order.lines[index]?.id }];

test("each is decided on its own: bad ones neither stop nor hide the rest, and once more repeats nothing", async () => {
  const team = await createTeam();
  const orders = await Promise.all(Array.from({ length: 8 }, () => createOrder(team.id)));
  const [good, stale, moved, locked, decided, own, gone, twoOnOne] = orders as [
    Order,
    Order,
    Order,
    Order,
    Order,
    Order,
    Order,
    Order,
  ];
  await superuser`update public.members set roles = '{requester,approver}' where id = ${team.approver.memberId}`;
  const items = [
    await item(team.requester, good, remove(good)),
    await item(team.requester, stale, remove(stale)),
    await item(team.requester, moved, remove(moved)),
    await item(team.requester, locked, remove(locked)),
    await item(team.requester, decided, remove(decided)),
    await item(team.approver, own, remove(own)),
    { ...(await item(team.requester, gone, remove(gone))), request_id: randomUUID() },
    await item(team.requester, twoOnOne, remove(twoOnOne)),
    await item(team.secondRequester, twoOnOne, remove(twoOnOne, 1)),
  ];
  await superuser`update public.orders set version = 2 where id in (${stale.id}, ${moved.id})`;
  await superuser`update public.order_lines set quantity_ordered = 3 where id = ${moved.lines[0].id}`;
  await superuser`update public.orders set stage = 'picked' where id = ${locked.id}`;
  const fifth = items[4] as ManyItem;
  const request = { id: fifth.request_id, reference: "", hash: fifth.payload_hash, version: 1 };
  await decide(team.secondApprover, request, "reject");

  const key = randomUUID();
  const results = await decideMany(team.approver, items, key);
  expect(results.map((result) => result.item)).toEqual(items);
  const outcomes = results.map(({ answer }) => (answer.outcome === "error" ? answer.message : answer.outcome));
  expect(outcomes).toEqual([
    "applied",
    "stale",
    "conflict",
    "refused",
    "already_decided",
    "own_request",
    "not_found",
    "applied",
    "applied",
  ]);
  const version = await superuser`select version from public.orders where id = ${twoOnOne.id}`;
  expect([...version]).toEqual([{ version: 3 }]);

  const again = await decideMany(team.approver, items, key);
  expect(again.map(({ answer }) => answer.outcome)).toEqual(results.map(({ answer }) => answer.outcome));
  const writes = await superuser`select count(*)::int as writes from public.order_writes where org_id = ${team.id}`;
  expect([...writes]).toEqual([{ writes: 3 }]);
});

test("what somebody else wrote meanwhile makes the second request on an order stale", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const items = [
    await item(team.requester, order, remove(order)),
    await item(team.secondRequester, order, remove(order, 1)),
  ];
  const results = await decideEach(
    items,
    async ({ request_id, expected_version, payload_hash }) => {
      const request = { id: request_id, reference: "", hash: payload_hash, version: expected_version };
      const answer = (await decide(team.approver, request, "approve")) as unknown as DecideOutcome;
      await superuser`update public.orders set version = version + 1 where id = ${order.id}`;
      return answer;
    },
    String,
  );
  expect(results.map(({ answer }) => answer.outcome)).toEqual(["applied", "stale"]);
});
