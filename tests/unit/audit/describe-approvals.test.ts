import { expect, test } from "vitest";
import { describeEntry } from "@/lib/audit/describe-entry";

const carl = { id: "a", name: "Carl Requester", email: "carl@northwind.test", roles: ["approver"] };

test.each<[string, unknown, unknown, string]>([
  [
    "request.applied",
    { round: 1, version: 4, on_behalf_of: "Priya", rejected: [2, 3] },
    { version: 3 },
    "Carl Requester for Priya approved CR-000007 without changes 2 and 3, and it was written to SO-1001 as version 4",
  ],
  [
    "request.applied",
    { round: 1, version: 4, basis: "admin" },
    { version: 3 },
    "Carl Requester as backup admin approved CR-000007, and it was written to SO-1001 as version 4",
  ],
  [
    "request.step_approved",
    { round: 1, step: 1, step_count: 2, approvals: 1, required: 1, rejected: [2] },
    null,
    "Carl Requester approved CR-000007 for SO-1001 without change 2 in step 1 of 2 (1 of 1)",
  ],
  [
    "request.reassigned",
    { to: "Axel", note: "You know them", round: 1, step: 1 },
    null,
    "Carl Requester asked Axel to decide CR-000007 for SO-1001: “You know them”",
  ],
  [
    "approval_policy.saved",
    { version: 4, rules: [{}, {}] },
    { version: 3, rules: [{}] },
    "Carl Requester saved version 4 of the approval rules (2 rules)",
  ],
  [
    "approval_policy.refused",
    { problems: [{ code: "too_few_approvers" }], rules: [] },
    null,
    "Carl Requester tried to save approval rules that could leave nobody able to approve: 1 problem",
  ],
  [
    "approver_group.saved",
    { name: "Buyers", active: true, members: ["Ann", "Bo"], member_ids: [] },
    null,
    "Carl Requester made the approver group “Buyers”: Ann and Bo",
  ],
  [
    "approver_group.saved",
    { name: "Buyers", active: false, members: [] },
    { name: "Buyers", active: true, members: [] },
    "Carl Requester put the approver group “Buyers” away",
  ],
  [
    "approver_group.refused",
    { name: "Buyers", problems: [{ code: "group_in_use" }] },
    null,
    "Carl Requester tried to change the approver group “Buyers”, and the check refused it: 1 problem",
  ],
  [
    "delegation.saved",
    { from: "Priya", to: "Axel", starts_at: "2026-11-24T09:00:00Z", ends_at: "2026-11-30T18:00:00Z" },
    null,
    "Carl Requester let Axel decide for Priya from Tue 24 Nov 2026 until Mon 30 Nov 2026",
  ],
  [
    "delegation.revoked",
    { from: "Priya", to: "Axel", starts_at: "2026-11-24T09:00:00Z", ends_at: "2026-11-30T18:00:00Z" },
    null,
    "Carl Requester ended that Axel decides for Priya",
  ],
  [
    "delegation.refused",
    {
      from: "Priya",
      to: "Axel",
      starts_at: "2026-11-24T09:00:00Z",
      ends_at: "2026-11-30T18:00:00Z",
      problems: [{ code: "would_leave_nobody" }],
    },
    null,
    "Carl Requester tried to let Axel decide for Priya, and the check refused it: 1 problem",
  ],
  [
    "check.refused",
    { moment: "reassign", outcome: "refused", problems: [{ code: "member_cannot_decide" }] },
    null,
    "Carl Requester tried to hand CR-000007 for SO-1001 to somebody who cannot decide it",
  ],
])("%s", (action, after, before, sentence) => {
  const about = { actor: carl, orderNumber: "SO-1001", requestReference: "CR-000007" };
  expect(describeEntry({ action, before, after, ...about })).toBe(sentence);
});
