import { z } from "zod";
import { formatTimestamp } from "@/lib/dates";
import type { MailContent } from "@/lib/notifications/mail-content";
import { oneLine } from "@/lib/notifications/one-line";
import { routes } from "@/lib/routes";

const schema = z.object({
  organization: z.string(),
  slug: z.string(),
  time_zone: z.string(),
  /** Who arranged it. */
  by: z.string(),
  from: z.string(),
  to: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  note: z.string().nullish(),
});

/** Tells a delegate, or whoever is stood in for, from when to when. Throws on facts of another shape. */
export function delegationMail(frozen: unknown, appUrl: string): MailContent {
  const { organization, slug, time_zone, by, from, to, starts_at, ends_at, note } = schema.parse(frozen);
  return {
    subject: oneLine(`${to} decides for ${from}`),
    heading: `${to} decides for ${from}`,
    lead: `${by} arranged it. What the rules send to ${from} can be decided by ${to} too, and the record says “${to} for ${from}”. What ${from} asked for stays for somebody else.`,
    columns: { before: "", after: "" },
    noteLabel: `Note by ${by}`,
    button: "Open the queue",
    organization,
    items: [
      { label: "From", text: formatTimestamp(starts_at, time_zone) },
      { label: "Until", text: formatTimestamp(ends_at, time_zone) },
    ],
    changes: [],
    problems: [],
    note: note ?? null,
    href: `${appUrl}${routes.queue(slug)}`,
  };
}
