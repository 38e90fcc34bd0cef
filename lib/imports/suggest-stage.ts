import type { Database } from "@/lib/supabase/database.types";
import { normalizeHeader } from "./header-synonyms";
import { presetOf } from "./presets/known-presets";

type Stage = Database["public"]["Enums"]["order_stage"];

/** Where the word stands: the system the file is from, and the column's own name. */
type Place = { preset: string | undefined; column: string | undefined };

/**
 * The stage a status word usually means, as a proposal for the person who maps it; null when it could mean several.
 * "Billed" and its like are shipped: systems bill what has left. Case, width and surrounding spaces don't matter. What a word
 * means in the system the file is from comes first.
 */
export function suggestStage(word: string, place?: Place): Stage | null {
  const folded = word.normalize("NFKC").trim().toLowerCase();
  const spaced = folded.replace(/[\s_-]+/g, " ");
  const preset = presetOf(place?.preset);
  const ofColumn = preset?.stagesOfColumn?.[normalizeHeader(place?.column ?? "")];
  if (ofColumn) return own(ofColumn, folded) ?? null;
  return own(preset?.stages, folded) ?? own(preset?.stages, spaced) ?? STAGE_OF.get(spaced) ?? null;
}

function own(stages: Readonly<Record<string, Stage>> | undefined, word: string): Stage | undefined {
  return stages && Object.hasOwn(stages, word) ? stages[word] : undefined;
}

const WORDS: Record<Exclude<Stage, "unknown">, string[]> = {
  draft: ["draft", "quote", "quotation", "estimate"],
  pending_approval: ["pending approval", "awaiting approval", "to approve", "in approval"],
  open: [
    "open",
    "open order",
    "new",
    "entered",
    "ordered",
    "confirmed",
    "pending",
    "pending fulfillment",
    "pending fulfilment",
    "unfulfilled",
    "not started",
    "backordered",
    "booked",
    "to deliver",
    "to deliver and bill",
    "sales order",
    "processing",
  ],
  on_hold: ["on hold", "hold", "credit hold", "blocked", "suspended"],
  released: ["released", "released to wh", "released to warehouse", "issued", "in progress", "allocated"],
  picking: ["picking", "started", "in picking", "partially picked"],
  picked: ["picked", "fully picked", "completely picked"],
  packed: ["packed", "packing", "ready to ship"],
  partially_shipped: [
    "partially shipped",
    "part shipped",
    "partial",
    "partially fulfilled",
    "pending billing/partially fulfilled",
    "partially delivered",
  ],
  shipped: [
    "shipped",
    "shipping",
    "completely shipped",
    "fulfilled",
    "delivered",
    "dispatched",
    "full",
    "completed",
    "complete",
    "pending billing",
    "to bill",
    "billed",
    "invoiced",
  ],
  closed: ["closed", "closed short", "resolved", "historical", "done", "expired"],
  cancelled: ["cancelled", "canceled", "void", "voided", "rejected"],
};

const STAGE_OF = new Map(
  (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((stage) => WORDS[stage].map((word) => [word, stage] as const)),
);
