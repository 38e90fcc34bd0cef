import type { Sql } from "postgres";
import { type Command, insist, newKey } from "./as-person.ts";
import type { RequestStory, StoryLine, StoryOrder } from "./request-story.ts";

/** People of the organization who ask and decide once there are rules. */
export type ApprovalCast = { admin: Command; asker: Command; secondAsker: Command; approver: Command };

const WEEK = 7 * 86_400_000;

/** The organization's rules, a group, who stands in for whom, and what waits because of it. */
export async function tellApprovals(sql: Sql, story: RequestStory, orgId: string, cast: ApprovalCast): Promise<void> {
  const { admin, asker, secondAsker, approver } = cast;
  const rows = await sql<{ id: string; email: string }[]>`select id, email from public.members where org_id = ${orgId}`;
  const idOf = (name: string) => rows.find(({ email }) => email === `${name}@northwind.test`)?.id ?? "";

  const desk = insist(
    await admin("save_approver_group", {
      p_org: orgId,
      p_group_id: null,
      p_name: "Order desk",
      p_member_ids: ["priya", "sam", "theo"].map(idOf),
      p_active: true,
      p_idempotency_key: newKey(),
    }),
    "saved",
  );
  const orderDesk = { approvers: { groups: [desk.group_id] }, required: 1 };
  const rules = [
    {
      id: "large-value",
      name: "Large value",
      conditions: { value: "1000" },
      steps: [orderDesk, { approvers: { members: ["nadia", "theo"].map(idOf) }, required: 1 }],
    },
    {
      id: "ships-now",
      name: "Ships within two days",
      conditions: { days_to_ship: 2 },
      steps: [{ approvers: { members: ["priya", "theo"].map(idOf) }, required: 1 }],
    },
    { id: "substitutions", name: "Substitutions", conditions: { kinds: ["substitute_line"] }, steps: [orderDesk] },
  ];
  insist(
    await admin("save_approval_policy", {
      p_org: orgId,
      p_rules: rules,
      p_expected_version: 1,
      p_idempotency_key: newKey(),
    }),
    "saved",
  );
  insist(
    await admin("save_delegation", {
      p_org: orgId,
      p_from_member_id: idOf("nadia"),
      p_to_member_id: idOf("theo"),
      p_starts_at: null,
      p_ends_at: new Date(Date.now() + WEEK).toISOString(),
      p_note: "At the trade fair in Chicago.",
      p_idempotency_key: newKey(),
    }),
    "saved",
  );

  const waiting: [Command, string, string | null][] = [
    [asker, "Customer opens a second store next month and stocks up.", "Customer confirmed by phone."],
    [secondAsker, "They take the whole pallet if it ships together.", null],
    [asker, "Big order for the spring campaign, PO follows.", "Checked with purchasing: it is there."],
    [asker, "Wants to double the first item.", null],
  ];
  for (const [index, [by, reason, note]] of waiting.entries()) {
    const order = takeFarAway(story);
    const request = insist(
      await story.ask(by, order, [worth(order.lines[0], 1_200)], "customer_request", reason),
      "submitted",
    );
    // The last one still waits for its first step.
    if (index < 3) insist(await story.decide(approver, request, order, "approve", note), "step_approved");
  }
}

/** An order with a priced first line. */
function takeFarAway(story: RequestStory): StoryOrder {
  for (;;) {
    const order = story.take(["open", "released"]);
    if (Number(order.lines[0]?.price) > 0) return order;
  }
}

/** So many more of a line that they come to at least this much. */
function worth(line: StoryLine | undefined, amount: number) {
  const more = Math.ceil(amount / Number(line?.price ?? 1));
  return { kind: "set_quantity", line_id: line?.id, quantity: String((line?.quantity ?? 0) + more) };
}
