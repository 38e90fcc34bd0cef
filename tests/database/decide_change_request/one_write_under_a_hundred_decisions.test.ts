import { expect, test } from "vitest";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted, withdraw } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

test.each([1, 2, 3, 4, 5])("a hundred approvals at once are one write (trial %i)", async () => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [
    { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" },
  ]);

  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      decide(index % 2 ? team.approver : team.secondApprover, request, "approve"),
    ),
  );

  const outcomes = Object.groupBy(answers, (answer) => answer.outcome ?? `${answer.code} ${answer.reason}`);
  expect(Object.keys(outcomes).sort()).toEqual(["already_decided", "applied"]);
  expect(outcomes.applied).toHaveLength(1);
  expect(outcomes.already_decided).toHaveLength(99);
  expect(await traces(request.id)).toEqual({
    version: 2,
    status: "applied",
    writes: 1,
    decisions: 1,
    held: 0,
    actions: ["request.submitted", "request.applied", "order.changed"],
    mails: { request_submitted: 2, request_applied: 2 },
  });
});

test.each(Array.from({ length: 20 }, (_, index) => index))(
  "approve, reject, send back and withdraw at once: one of them happens (round %i)",
  async () => {
    const team = await createTeam();
    const order = await createOrder(team.id);
    const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);

    const answers = await Promise.all([
      withdraw(team.requester, request),
      decide(team.approver, request, "reject"),
      decide(team.secondApprover, request, "approve"),
      decide(team.approver, request, "return"),
    ]);

    const effects = answers.map((answer) => answer.outcome ?? answer.reason).filter((o) => o !== "already_decided");
    const trace = await traces(request.id);
    // What was sent back is still its requester's to withdraw, so those two may both happen, in this order.
    if (effects.includes("returned") && effects.includes("withdrawn")) {
      expect(effects.sort()).toEqual(["returned", "withdrawn"]);
      expect(trace.status).toBe("withdrawn");
    } else {
      expect(effects).toHaveLength(1);
      expect([trace.status]).toEqual(effects);
    }
    expect(trace.writes).toBe(effects[0] === "applied" ? 1 : 0);
    expect(trace.version).toBe(effects[0] === "applied" ? 2 : 1);
    expect(trace.held).toBe(0);
    const [{ removed } = { removed: null }] = await superuser<{ removed: boolean }[]>`
      select removed_at is not null as removed from public.order_lines where id = ${order.lines[0].id}`;
    expect(removed).toBe(effects[0] === "applied");
  },
);
