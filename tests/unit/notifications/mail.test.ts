import { describe, expect, test } from "vitest";
import { renderMessage } from "@/lib/notifications/render-message";
import type { Template } from "@/lib/notifications/template";
import { writeMail } from "@/lib/notifications/write-mail";

const facts = {
  organization: "Northwind Supply",
  slug: "northwind",
  reference: "CR-000007",
  round: 1,
  status: "pending",
  order_number: "SO-1007",
  customer: "Harbor & Finch",
  customer_po: "PO-77",
  currency: "USD",
  requested_ship_date: "2026-12-13",
  stage: "open",
  version: 2,
  requester: "Carl Requester",
  reason: "They called",
  reason_label: "Customer asked for it",
  decider: "Priya Approver",
  note: "Ask again on Monday.",
  problems: [] as unknown[],
  changes: [
    {
      kind: "set_quantity",
      before: { position: 1, sku: "WIDGET-1", uom: "pcs", quantity: "10", unit_price: "42", requested_ship_date: null },
      after: { quantity: "12" },
    },
    { kind: "add_line", before: {}, after: { sku: "NEW-1", quantity: "3", unit_price: "2.5" } },
  ] as unknown[],
};

const createdAt = "2026-11-23T10:00:00Z";
const app = "https://changes.example.com";

function mail(template: Template, changed: Partial<typeof facts> = {}) {
  const recipient = { key: "0b8f", recipientName: "Carl\r\nBcc: x@evil.test", recipientEmail: "carl@northwind.test" };
  return renderMessage({ template, facts: { ...facts, ...changed }, createdAt, ...recipient }, app);
}

test.each<[Template, string, string]>([
  ["request_submitted", "To decide: CR-000007 for SO-1007 · Harbor & Finch", "Carl Requester asks to change SO-1007"],
  ["request_applied", "Changed: SO-1007 · Harbor & Finch (CR-000007)", "work to the values under “Now”"],
  ["request_rejected", "Rejected: CR-000007 for SO-1007 · Harbor & Finch", "Ask again on Monday."],
  ["request_returned", "Sent back: CR-000007 for SO-1007 · Harbor & Finch", "Revise the request and send it again"],
  ["request_refused", "No longer possible: CR-000007 for SO-1007 · Harbor & Finch", "Nothing was changed."],
  ["request_moved", "Look again: CR-000007 for SO-1007 · Harbor & Finch", "still waits for a decision"],
])(
  "%s says in subject and both bodies what happened, before and after, and links to the request once",
  async (template, subject, words) => {
    const { subject: given, html, text } = await mail(template);
    expect(given).toBe(subject);
    expect(text).toContain(words);
    expect(text).toContain("line 1 · WIDGET-1: 10 → 12 pcs (+2, +$84.00)");
    expect(text).toContain("new line · NEW-1: — → 3 × NEW-1 (+3, +$7.50)");
    expect(text).toContain("Reason: Customer asked for it: They called");
    expect(html).toContain("+2, +$84.00");
    expect(html.match(/href="[^"]*"/g)).toEqual([`href="${app}/northwind/requests/CR-000007"`]);
    expect(text.match(/https?:\S+/g)).toEqual([`${app}/northwind/requests/CR-000007`]);
  },
);

test("the note to a requester is not shown to approvers before they decide", async () => {
  expect((await mail("request_submitted")).text).not.toContain("Ask again on Monday.");
});

test("a refused request says why, with times counted from the event and not from the attempt", () => {
  const problems = [
    {
      code: "overlap",
      line: 1,
      sku: "WIDGET-1",
      requested_by: "Dana",
      reference: "CR-000003",
      submitted_at: "2026-11-23T09:48:00Z",
      target: "line:x:quantity",
    },
  ];
  const content = writeMail("request_refused", { ...facts, problems }, { createdAt, appUrl: app });
  expect(content.problems).toHaveLength(1);
  expect(content.problems[0]).toContain("12 minutes ago");
});

test("the same notification renders the same bytes at every attempt", async () => {
  expect(await mail("request_applied")).toEqual(await mail("request_applied"));
});

describe("hostile text", () => {
  const script = `<script>alert(1)</script><img src=x onerror="alert(1)">`;

  test("is escaped wherever a person can write", async () => {
    const changes = [{ kind: "add_line", before: {}, after: { sku: script, quantity: "1" } }];
    const fields = {
      customer: script,
      reason: script,
      reason_label: script,
      note: script,
      requester: script,
      decider: script,
      organization: script,
      order_number: script,
    };
    const { html } = await mail("request_rejected", { ...fields, changes });
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;script&gt;");
  });

  test("starts no header of its own", async () => {
    const { subject, to } = await mail("request_applied", {
      customer: "Acme\r\nBcc: x@evil.test\u2028\u202e",
      order_number: "SO\u0000-1",
    });
    expect(subject).toBe("Changed: SO -1 · Acme Bcc: x@evil.test (CR-000007)");
    expect(to.name).toBe("Carl Bcc: x@evil.test");
  });

  test("leads nowhere else: the link is made of our address and encoded parts", async () => {
    const { text } = await mail("request_applied", { slug: "//evil.test", reference: "../../x?y#z" });
    expect(text).toContain(`${app}/%2F%2Fevil.test/requests/..%2F..%2Fx%3Fy%23z`);
  });

  test("of any length keeps the subject short", async () => {
    expect((await mail("request_applied", { customer: "é".repeat(5_000) })).subject.length).toBeLessThanOrEqual(200);
  });
});

test("facts of another shape throw instead of sending half a mail", async () => {
  await expect(
    renderMessage(
      {
        template: "request_applied",
        facts: { slug: "x" },
        createdAt,
        key: "1",
        recipientName: "",
        recipientEmail: "a@b.test",
      },
      app,
    ),
  ).rejects.toThrow();
});

test("a change of a kind that this version doesn't know is left out, the mail still goes", async () => {
  const { text } = await mail("request_applied", {
    changes: [...facts.changes, { kind: "set_ship_to", before: {}, after: {} }],
  });
  expect(text).toContain("WIDGET-1");
});

test("an invitation says who, where, as what and until when, and its one link carries the unsealed token", async () => {
  const token = "5".repeat(64);
  const source = {
    template: "invitation" as const,
    createdAt,
    facts: {
      organization: "Northwind <Supply>",
      inviter: "Ada\r\nBcc: x@evil.test",
      email: "new@northwind.test",
      roles: ["requester", "approver"],
      expires_at: "2026-11-30T10:00:00Z",
      time_zone: "UTC",
      token,
    },
  };
  const recipient = { key: "0b8f", recipientName: "", recipientEmail: "new@northwind.test" };
  const { subject, html, text } = await renderMessage({ ...source, ...recipient }, app);
  expect(subject).toBe("Ada Bcc: x@evil.test invites you to Northwind <Supply>");
  expect(html).toContain("Northwind &lt;Supply&gt;");
  expect(html.match(/href="([^"]+)"/g)).toEqual([`href="${app}/invite/${token}"`]);
  expect(text).toContain(`${app}/invite/${token}`);
  expect(text).toContain("Roles: Requester, Approver");
  const { token: _, ...sealed } = source.facts;
  await expect(renderMessage({ ...source, facts: sealed, ...recipient }, app)).rejects.toThrow();
});

describe("more than one person", () => {
  const delegated = { decided_for: "Ann", decider: "Bo" };
  const twoSteps = { step: 2, step_count: 2, approvals: [{ step: 1, by: "Bo", for: "Ann" }] };
  const more = (template: Template, facts_: object) => mail(template, facts_ as Partial<typeof facts>);

  test("a delegate is named with whom they stood in for", async () => {
    expect((await more("request_applied", delegated)).text).toContain(
      "Bo for Ann approved CR-000007 by Carl Requester.",
    );
  });

  test("the next step says who approved, and that nothing is written yet", async () => {
    const { subject, text } = await more("request_step_approved", twoSteps);
    expect(subject).toBe("To decide, step 2 of 2: CR-000007 for SO-1007 · Harbor & Finch");
    expect(text).toContain("Approved so far by Bo for Ann. It is written when you approve too");
    expect(text).not.toContain("Ask again on Monday.");
  });

  test("what was handed over says by whom, with their note", async () => {
    const { text } = await more("request_reassigned", { assigned_by: "Priya", note: "You know them" });
    expect(text).toContain("Priya asks you to decide CR-000007");
    expect(text).toContain("Note by Priya:\n> You know them");
  });

  test("of an approval line by line, the last column stays true for whoever works to it", async () => {
    const [first, second] = facts.changes as object[];
    const changes = [
      { ...first, outcome: "rejected" },
      { ...second, outcome: "applied" },
    ];
    const { text } = await mail("request_applied", { changes });
    expect(text).toContain("approved CR-000007 by Carl Requester, except for 1 of 2 changes.");
    expect(text).toContain("line 1 · WIDGET-1: 10 → 10 (not approved: 12 pcs)");
    expect(text).toContain("new line · NEW-1: — → 3 × NEW-1 (+3, +$7.50)");
  });

  test("what nobody was left to decide comes back with what to do", async () => {
    const { text } = await more("request_returned", { decider: null, note: "Nobody is left." });
    expect(text).toContain("Ask an admin to make somebody an approver, then send it again.");
    expect(text).not.toContain("An approver");
  });
});

test("a delegation says who, from when and until when, and links to the queue", async () => {
  const times = { starts_at: "2026-11-24T09:00:00Z", ends_at: "2026-11-30T18:00:00Z", time_zone: "America/New_York" };
  const about = {
    organization: "Northwind Supply",
    slug: "northwind",
    by: "Ada",
    from: "Priya",
    to: "Axel",
    note: "Holiday",
  };
  const content = writeMail("delegation", { ...times, ...about }, { createdAt, appUrl: app });
  expect(content.subject).toBe("Axel decides for Priya");
  expect(content.items.map(({ text }) => text).join(" ")).toMatch(/24 Nov 2026.*4:00.*30 Nov 2026.*13:00/);
  expect(content).toMatchObject({
    note: { label: "Note by Ada", text: "Holiday" },
    link: { href: `${app}/northwind/queue` },
  });
});

test("rules that are short of people are named to admins", () => {
  const problems = [{ code: "too_few_approvers", rule: "Big", step: 1, needed: 1, available: 0 }];
  const about = { organization: "Northwind Supply", slug: "northwind", problems };
  const content = writeMail("approval_policy_problem", about, { createdAt, appUrl: app });
  expect(content.problems[0]).toContain("Rule “Big”, step 1: nobody could approve");
  expect(content.link.href).toBe(`${app}/northwind/settings/approvals`);
});
