import { z } from "zod";
import { type MailContent, type MailContext, nothingMore } from "@/lib/notifications/mail-content";
import { oneLine } from "@/lib/notifications/one-line";
import { routes } from "@/lib/routes";

const schema = z.object({
  organization: z.string(),
  slug: z.string(),
  /** The sheet, as it is called here. */
  name: z.string(),
  state: z.enum(["waiting", "failed"]),
  import_id: z.string().nullish(),
  number: z.number().nullish(),
  /** What happened, in a sentence; and what about it, item by item. */
  message: z.string().catch("It could not be read."),
  details: z.array(z.string()).catch([]),
});

/** What admins are told of a sheet that was to be imported by itself: it waits for them, or could not be read. */
export function importMail(frozen: unknown, { appUrl }: MailContext): MailContent {
  const { organization, slug, name, state, import_id, number, message, details } = schema.parse(frozen);
  const isWaiting = state === "waiting" && typeof import_id === "string";
  return {
    ...nothingMore,
    organization,
    subject: oneLine(isWaiting ? `Import ${number ?? ""} waits for you: ${name}` : `Could not import: ${name}`),
    heading: isWaiting ? `${name} waits for you` : `${name} could not be imported`,
    lead: `${message} ${isWaiting ? "Nothing was written yet." : "Nothing was changed, and its schedule goes on."}`,
    items: details.slice(0, 10).map((text, at) => ({ label: at === 0 ? "What" : "", text })),
    link: isWaiting
      ? { label: "Look at the import", href: `${appUrl}${routes.importRun(slug, import_id)}` }
      : { label: "Open the sheets", href: `${appUrl}${routes.sheets(slug)}` },
  };
}
