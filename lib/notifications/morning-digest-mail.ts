import { z } from "zod";
import { formatTimestamp, relativeDays, todayIn } from "@/lib/dates";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
import { kindOf, templates } from "@/lib/notifications/notification-kinds";
import { oneLine } from "@/lib/notifications/one-line";
import type { Template } from "@/lib/notifications/template";
import { routes } from "@/lib/routes";

const waitingRequest = z.object({
  reference: z.string(),
  order_number: z.string(),
  customer: z.string(),
  requester: z.string(),
  reason_label: z.string(),
  changes: z.number(),
  due_at: z.string().nullable(),
});

const schema = z.object({
  organization: z.string(),
  slug: z.string(),
  time_zone: z.string(),
  day: z.string(),
  /** Null for who has no digest of what waits. The first twenty, and how many there are. */
  waiting: z.object({ count: z.number(), requests: z.array(waitingRequest) }).nullable(),
  /** What the member wanted to hear in the morning instead of at once. */
  held: z.array(z.object({ template: z.enum(templates), facts: z.unknown(), created_at: z.string() })),
  /** Decisions of the day before, by how they ended. */
  decided: z.partialRecord(z.enum(["applied", "rejected", "returned", "refused"]), z.number()),
});

type Facts = z.infer<typeof schema>;
type WriteMail = (template: Template, facts: unknown, context: MailContext) => MailContent;

const outcomes = { applied: "approved", rejected: "rejected", returned: "sent back", refused: "refused by the check" };

/** What waits, most urgent by ship cut-off first, what yesterday decided, and what was held for the morning. */
export function morningDigestMail(frozen: unknown, context: MailContext, writeMail: WriteMail): MailContent {
  const facts = schema.parse(frozen);
  const waiting = facts.waiting?.requests ?? [];
  const count = facts.waiting?.count ?? 0;
  const first = waiting.find(({ due_at }) => due_at !== null)?.due_at;
  const news = facts.held.map(({ template, facts: told, created_at }) => {
    const mail = writeMail(template, told, { ...context, createdAt: created_at });
    return { title: mail.heading, text: `${kindOf(template).label} · ${formatTimestamp(created_at, facts.time_zone)}` };
  });
  const subject =
    count > 0
      ? `${requests(count)} to decide${first ? `, the first until ${untilWhen(first, facts)}` : ""}`
      : `Since yesterday: ${news.length === 1 ? "one thing" : `${news.length} things`} you may want to know`;
  return {
    ...nothingMore,
    organization: facts.organization,
    subject: oneLine(subject),
    heading: count > 0 ? `${requests(count)} ${count === 1 ? "waits" : "wait"} for a decision` : "Since yesterday",
    lead: [count > 0 ? "Most urgent first, by when its order leaves." : "", decidedSentence(facts)]
      .filter(Boolean)
      .join(" "),
    lists: [
      {
        title: "Waiting for you",
        rows: waiting.map((request) => waitingRow(request, facts)),
        more: Math.max(0, count - waiting.length),
      },
      { title: "Held for this morning", rows: news, more: 0 },
    ].filter(({ rows }) => rows.length > 0),
    link:
      count > 0
        ? { label: "Open the queue", href: `${context.appUrl}${routes.queue(facts.slug)}` }
        : { label: "Open notifications", href: `${context.appUrl}${routes.notifications(facts.slug)}` },
  };
}

function waitingRow(request: z.infer<typeof waitingRequest>, facts: Facts): { title: string; text: string } {
  const { reference, order_number, customer, requester, reason_label, changes, due_at } = request;
  return {
    title: [order_number, customer].filter(Boolean).join(" · "),
    text: [
      due_at ? `Until ${untilWhen(due_at, facts)}` : "No ship date",
      `${changes === 1 ? "one change" : `${changes} changes`} by ${requester}`,
      reason_label,
      reference,
    ].join(" · "),
  };
}

/** "today, 16:00", "tomorrow, 16:00", else the whole date; counted from the day of the digest. */
function untilWhen(at: string, { day, time_zone }: Facts): string {
  const date = todayIn(time_zone, new Date(at));
  const near = relativeDays(date, day);
  const text = formatTimestamp(at, time_zone);
  return ["today", "tomorrow", "yesterday"].includes(near) ? `${near}, ${text.slice(-5)}` : text;
}

function decidedSentence({ decided, waiting }: Facts): string {
  if (!waiting) return "";
  const parts = Object.entries(outcomes).flatMap(([outcome, word]) => {
    const count = decided[outcome as keyof typeof outcomes];
    return count ? [`${count} ${word}`] : [];
  });
  return parts.length > 0 ? `Decided yesterday: ${parts.join(", ")}.` : "Nothing was decided yesterday.";
}

function requests(count: number): string {
  return count === 1 ? "One request" : `${count} requests`;
}
