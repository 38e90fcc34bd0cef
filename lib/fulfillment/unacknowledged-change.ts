import type { ChangeView } from "@/lib/change-requests/change-view";

/** A request that was written to its order and that nobody on the floor has said to have seen. */
export type UnacknowledgedChange = {
  request_id: string;
  reference: string;
  applied_at: string;
  applied_version: number;
  decider: string | null;
  decision_note: string | null;
  order_number: string;
  customer: string;
  currency: string;
  ship_date: string | null;
  site: string | null;
  cutoff_at: string | null;
  changes: ChangeView[];
};
