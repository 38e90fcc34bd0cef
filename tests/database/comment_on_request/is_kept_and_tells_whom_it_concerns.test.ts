import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ask } from "../../support/ask.ts";
import { createOrder } from "../../support/order.ts";
import { superuser } from "../../support/postgres.ts";
import { decide, type Request, submitted } from "../../support/requests.ts";
import { createTeam, type Team } from "../../support/team.ts";
import { traces } from "../../support/traces.ts";

type Options = { mentioned?: string[]; key?: string };
const comment = (
  by: { userId: string },
  request: { id: string },
  body: string,
  { mentioned = [], key }: Options = {},
) =>
  ask(by.userId, "comment_on_request", {
    p_request_id: request.id,
    p_body: body,
    p_mentioned: mentioned,
    p_idempotency_key: key ?? randomUUID(),
  });
const told = async (request: Request) => {
  const rows = await superuser<{ email: string }[]>`
    select recipient_email as email from public.notifications where request_id = ${request.id} and template = 'request_comment' order by created_at, 1`;
  return rows.map(({ email }) => email);
};

async function pending(team: Team) {
  const order = await createOrder(team.id);
  return submitted(team.requester, order, [{ kind: "remove_line", line_id: order.lines[0].id }]);
}

test("those who are mentioned, the requester and earlier speakers are told, nobody about their own words", async () => {
  const team = await createTeam();
  const request = await pending(team);
  await comment(team.approver, request, "Is the customer sure?", { mentioned: [team.fulfillment.memberId] });
  expect((await told(request)).sort()).toEqual([team.fulfillment.email, team.requester.email].sort());
  await comment(team.requester, request, "Yes, she called twice.");
  expect((await told(request)).slice(2)).toEqual([team.approver.email]);
  expect((await traces(request.id)).actions).toEqual(["request.submitted", "request.commented", "request.commented"]);
});

test("the same click is one comment, and a decided request can still be talked about", async () => {
  const team = await createTeam();
  const request = await pending(team);
  await decide(team.approver, request, "reject");
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => comment(team.requester, request, "Why?", { key })),
  );
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  const [row] =
    await superuser`select count(*)::integer as count from public.request_comments where request_id = ${request.id}`;
  expect(row).toEqual({ count: 1 });
});

test("nothing, too much, and strangers are refused", async () => {
  const team = await createTeam();
  const request = await pending(team);
  const long = "x".repeat(2001);
  expect(await comment(team.requester, request, " \u200b ")).toMatchObject({ code: "PT422", reason: "required" });
  expect(await comment(team.requester, request, long)).toMatchObject({ code: "PT422", reason: "too_long" });
  for (const mentioned of [team.stranger.memberId, team.deactivated.memberId, randomUUID()])
    expect(await comment(team.requester, request, "Hi", { mentioned: [mentioned] })).toMatchObject({
      code: "PT422",
      reason: "unknown_member",
    });
  expect(await comment(team.stranger, request, "Hi")).toMatchObject({ code: "PT404" });
  expect(await told(request)).toEqual([]);
});
