import "server-only";
import { Resend } from "resend";
import { z } from "zod";
import type { Database } from "@/lib/supabase/database.types";

/** What Resend reports about a mail it took, as far as it is our business. */
export type ResendEvent = {
  /** Resend's own id of the event: a repeat of it carries the same. */
  id: string;
  providerId: string;
  kind: Database["public"]["Enums"]["mail_event_kind"];
  /** The address takes no mail at all, not just not now. */
  isPermanent: boolean;
  detail: string;
  happenedAt: string;
};

const schema = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true, local: true }).or(z.string()).pipe(z.coerce.date()),
  data: z.object({
    email_id: z.string().min(1).max(200),
    bounce: z.object({ message: z.string().default(""), type: z.string().default("") }).optional(),
    suppressed: z.object({ message: z.string().default("") }).optional(),
    failed: z.object({ reason: z.string().default("") }).optional(),
  }),
});

/**
 * Reads a webhook whose signature and time are right; null for events that are not ours. Throws for a wrong signature, or
 * one of more than five minutes ago or ahead: what was recorded on the way cannot be played again later.
 */
export function readResendEvent(body: string, headers: Headers, webhookSecret: string): ResendEvent | null {
  const id = headers.get("svix-id") ?? "";
  const signed = {
    payload: body,
    headers: {
      id,
      timestamp: headers.get("svix-timestamp") ?? "",
      signature: headers.get("svix-signature") ?? "",
    },
    webhookSecret,
  };
  // Checking needs no key of the API, but the client insists on one.
  const event: unknown = new Resend("re_unused").webhooks.verify(signed);
  const parsed = schema.safeParse(event);
  return parsed.success ? known(id, parsed.data) : null;
}

function known(id: string, { type, created_at, data }: z.infer<typeof schema>): ResendEvent | null {
  const base = { id, providerId: data.email_id, happenedAt: created_at.toISOString(), isPermanent: false, detail: "" };
  switch (type) {
    case "email.delivered":
      return { ...base, kind: "delivered" };
    case "email.delivery_delayed":
      return { ...base, kind: "delivery_delayed" };
    case "email.complained":
      return { ...base, kind: "complained", isPermanent: true };
    case "email.bounced":
      return {
        ...base,
        kind: "bounced",
        isPermanent: data.bounce?.type.toLowerCase() === "permanent",
        detail: data.bounce?.message ?? "",
      };
    // Resend itself holds the address, after an earlier bounce or complaint.
    case "email.suppressed":
      return { ...base, kind: "bounced", isPermanent: true, detail: data.suppressed?.message ?? "" };
    case "email.failed":
      return { ...base, kind: "bounced", detail: data.failed?.reason ?? "" };
    default:
      return null;
  }
}
