import { z } from "zod";
import { formatTimestamp } from "@/lib/dates";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
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
export function delegationMail(frozen: unknown, { appUrl }: MailContext): MailContent {
  const { organization, slug, time_zone, by, from, to, starts_at, ends_at, note } = schema.parse(frozen);
  return {
    ...nothingMore,
    organization,
    subject: oneLine(`${to} decides for ${from}`),
    heading: `${to} decides for ${from}`,
    lead: `${by} arranged it. What the rules send to ${from} can be decided by ${to} too, and the record says “${to} for ${from}”. What ${from} asked for stays for somebody else.`,
    note: note ? { label: `Note by ${by}`, text: note } : null,
    items: [
      { label: "From", text: formatTimestamp(starts_at, time_zone) },
      { label: "Until", text: formatTimestamp(ends_at, time_zone) },
    ],
    link: { label: "Open the queue", href: `${appUrl}${routes.queue(slug)}` },
  };
}
