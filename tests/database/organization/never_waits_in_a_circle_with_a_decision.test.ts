import { expect, test } from "vitest";
import { byAnyone, delegate, rule, saveGroup, savePolicy } from "../../support/approvals.ts";
import { type Answer, ask } from "../../support/ask.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { untilBlockedBy } from "../../support/waiting.ts";

// A decision appends to the trail, then queues mail to members. These commands lock a member or the organization, then
// append to the trail: if the first lock stopped the decision's foreign keys, the two would wait for each other.
const commands: Record<string, (team: Team) => Promise<Answer>> = {
  set_member_roles: (team) =>
    ask(team.admin.userId, "set_member_roles", {
      p_org: team.id,
      p_member_id: team.fulfillment.memberId,
      p_roles: ["fulfillment", "requester"],
    }),
  deactivate_member: (team) =>
    ask(team.admin.userId, "deactivate_member", { p_org: team.id, p_member_id: team.fulfillment.memberId }),
  save_delegation: (team) => delegate(team, team.secondApprover, team.approver, { by: team.admin }),
  save_approval_policy: (team) => savePolicy(team, [rule([byAnyone()])]),
  save_approver_group: (team) => saveGroup(team, [team.secondApprover]),
  set_fulfillment_email: (team) =>
    ask(team.admin.userId, "set_fulfillment_email", { p_org: team.id, p_email: "floor@example.test" }),
};

class Undo extends Error {}

test.each(Object.keys(commands))("%s and a decision that tells the same member both succeed", async (name) => {
  const team = await createTeam();
  const order = await createOrder(team.id);
  const request = await submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
  const work: Promise<Answer>[] = [];
  const holding = superuser.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    // Stops the decision after it has taken the head of the trail, before it has queued its mail.
    await sql`
      insert into public.notifications (org_id, event, template, recipient_email, facts)
      values (${team.id}, ${`request_applied:${request.reference}:1`}, 'request_applied', ${team.fulfillment.email}, '{}')`;
    work.push(decide(team.approver, request, "approve"));
    await untilBlockedBy(own?.pid ?? 0);
    const [decider] = await sql<{ pid: number }[]>`
      select a.pid from pg_stat_activity a where ${own?.pid ?? 0} = any (pg_blocking_pids(a.pid))`;
    work.push(commands[name]?.(team) ?? Promise.reject(new Error(name)));
    await untilBlockedBy(decider?.pid ?? 0);
    throw new Undo();
  });
  await expect(holding).rejects.toBeInstanceOf(Undo);
  const [decision, change] = await Promise.all(work);
  expect(decision).toMatchObject({ outcome: "applied" });
  expect(change?.code).toBeUndefined();
});
