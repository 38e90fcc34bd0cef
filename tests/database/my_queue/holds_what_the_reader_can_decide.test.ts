import { expect, test } from "vitest";
import { by, byAnyone, delegate, reassign, rule, withRules } from "../../support/approvals.ts";
import { createOrder } from "../../support/order.ts";
import { addMember, type Member } from "../../support/organization.ts";
import { asMember } from "../../support/postgres.ts";
import { decide, submitted } from "../../support/requests.ts";
import { createTeam } from "../../support/team.ts";

const queueOf = (who: Member) =>
  asMember(who.userId, async (sql) => {
    const rows = await sql<
      { reference: string; basis: string }[]
    >`select reference, basis from public.my_queue order by reference`;
    return rows.map(({ reference, basis }) => `${reference} ${basis}`);
  });

test("for everybody exactly the requests that name them as a decider, in the right they have", async () => {
  const team = await createTeam();
  const author = await addMember(team.id, ["requester", "approver"], "Sam Senior");
  const third = await addMember(team.id, ["approver"], "Tess Third");
  const quantity = async (who: Member, to: string) => {
    const order = await createOrder(team.id);
    return submitted(who, order, [{ kind: "set_quantity", line_id: order.lines[0].id, quantity: to }]);
  };
  await withRules(
    team,
    rule([by([team.approver])], { quantity: "50" }, "big"),
    rule([byAnyone(), byAnyone()], { quantity: "20" }, "mid"),
    rule([byAnyone(2)], { quantity: "8" }, "pair"),
  );
  await quantity(team.requester, "11"); // CR-000001: anyone
  await quantity(author, "12"); // CR-000002: anyone but Sam
  await quantity(team.requester, "99"); // CR-000003: Priya
  const twoSteps = await quantity(team.requester, "40"); // CR-000004: two people
  const handed = await quantity(team.requester, "90"); // CR-000005: Priya, and Axel by name
  const pair = await quantity(team.requester, "19"); // CR-000006: two people in one step
  await quantity(team.requester, "18"); // CR-000007: the same question as the one before, until that is approved once
  await decide(third, twoSteps, "approve");
  await decide(third, pair, "approve");
  await reassign(team.approver, handed, team.secondApprover);
  await delegate(team, team.approver, third);

  expect(await queueOf(team.approver)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `CR-00000${n} rule`));
  expect(await queueOf(team.secondApprover)).toEqual([
    "CR-000001 rule",
    "CR-000002 rule",
    "CR-000004 rule",
    "CR-000005 assigned",
    "CR-000006 rule",
    "CR-000007 rule",
  ]);
  expect(await queueOf(author)).toEqual(["CR-000001 rule", "CR-000004 rule", "CR-000006 rule", "CR-000007 rule"]);
  expect(await queueOf(third)).toEqual([
    "CR-000001 rule",
    "CR-000002 rule",
    "CR-000003 delegate",
    "CR-000005 delegate",
    "CR-000007 rule",
  ]);
  for (const nobody of [team.requester, team.admin, team.fulfillment]) expect(await queueOf(nobody)).toEqual([]);

  const everybody = [team.approver, team.secondApprover, author, third];
  const rows = await asMember(
    team.requester.userId,
    (sql) => sql<{ row: string }[]>`
    select member_id || ' ' || r.reference || ' ' || d.basis as row from public.request_deciders d
    join public.change_requests r on r.id = d.request_id`,
  );
  const queues = await Promise.all(
    everybody.map(async (who) => (await queueOf(who)).map((row) => `${who.memberId} ${row}`)),
  );
  expect(rows.map(({ row }) => row).sort()).toEqual(queues.flat().sort());
});
