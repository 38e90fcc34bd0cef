import type { Database } from "@/lib/supabase/database.types";

type State = Database["public"]["Enums"]["notification_state"];

/** Where a mail stands as people see it: our own state, and once it was handed over what the provider reported. */
export type MailStanding =
  | "queued"
  | "sending"
  | "failed"
  | "dead"
  | "suppressed"
  | "sent"
  | "delivered"
  | "delayed"
  | "bounced"
  | "complained";

type Reports = {
  state: State;
  deliveredAt: string | null;
  delayedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
};

/** Reports come in any order; the one that weighs most counts, and "delivered" ends a delay. */
export function mailStanding({ state, deliveredAt, delayedAt, bouncedAt, complainedAt }: Reports): MailStanding {
  if (state !== "sent") return state;
  if (complainedAt) return "complained";
  if (bouncedAt) return "bounced";
  if (deliveredAt) return "delivered";
  return delayedAt ? "delayed" : "sent";
}
