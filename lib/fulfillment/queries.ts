import "server-only";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { lastStopDay, type StoppedLine, type StopSearch } from "@/lib/fulfillment/stop-list";
import type { UnacknowledgedChange } from "@/lib/fulfillment/unacknowledged-change";
import { read, readPage } from "@/lib/supabase/read";
import type { Db } from "@/lib/supabase/server";

export const LINES_PER_PAGE = 200;
export const CHANGES_PER_PAGE = 50;

type StopRow = Omit<StoppedLine, "change" | "changeNumber"> & {
  change: number;
  kind: ChangeView["kind"];
  line_id: string | null;
  before: ChangeView["before"];
  after: ChangeView["after"];
};

/** What must not be picked, the earliest ship date first; lines without a date come last. */
export async function listStopped(
  db: Db,
  orgId: string,
  { ships, site }: StopSearch,
  today: string,
  page: number,
): Promise<{ lines: StoppedLine[]; total: number }> {
  const until = lastStopDay(ships, today);
  const query = (columns: string, options: { count?: "exact"; head?: boolean } = {}) => {
    let filtered = db.from("stop_list").select(columns, options).eq("org_id", orgId);
    if (until) filtered = filtered.lte("ship_date", until);
    if (site) filtered = filtered.eq("site_code", site);
    return filtered;
  };
  const start = (page - 1) * LINES_PER_PAGE;
  const [{ total }, rows] = await Promise.all([
    readPage(query("request_id", { count: "exact", head: true })),
    read(
      query(
        "request_id, reference, submitted_at, requester, change, kind, line_id, before, after, order_number, customer, currency, line, sku, description, uom, quantity, ship_date, site, site_code, cutoff_at",
      )
        .order("ship_date", { nullsFirst: false })
        .order("site_code")
        .order("order_number")
        .order("line", { nullsFirst: true })
        .order("reference")
        .order("change")
        .range(start, start + LINES_PER_PAGE - 1)
        .overrideTypes<StopRow[], { merge: false }>(),
    ),
  ]);
  return {
    total,
    lines: rows.map(({ change, kind, line_id, before, after, ...row }) => ({
      ...row,
      changeNumber: change,
      change: { kind, line_id, before, after },
    })),
  };
}

/** What was written to orders and not acknowledged, what ships first at the top. */
export async function listUnacknowledged(
  db: Db,
  orgId: string,
  page: number,
): Promise<{ changes: UnacknowledgedChange[]; total: number }> {
  const start = (page - 1) * CHANGES_PER_PAGE;
  const [{ total }, changes] = await Promise.all([
    readPage(
      db.from("changes_to_acknowledge").select("request_id", { count: "exact", head: true }).eq("org_id", orgId),
    ),
    read(
      db
        .from("changes_to_acknowledge")
        .select(
          "request_id, reference, applied_at, applied_version, decider, decision_note, order_number, customer, currency, ship_date, site, cutoff_at, changes",
        )
        .eq("org_id", orgId)
        .order("ship_date", { nullsFirst: false })
        .order("applied_at")
        .range(start, start + CHANGES_PER_PAGE - 1)
        .overrideTypes<UnacknowledgedChange[], { merge: false }>(),
    ),
  ]);
  return { changes, total };
}

export type FloorPulse = {
  toAcknowledge: number;
  pending: number /** Differs whenever one of the lists does. */;
  token: string;
};

export async function getFloorPulse(db: Db, orgId: string): Promise<FloorPulse> {
  const [row] = await read(
    db
      .from("floor_pulse")
      .select("to_acknowledge, last_applied_at, pending, last_submitted_at")
      .eq("org_id", orgId)
      .overrideTypes<
        { to_acknowledge: number; last_applied_at: string | null; pending: number; last_submitted_at: string | null }[],
        { merge: false }
      >(),
  );
  return {
    toAcknowledge: row?.to_acknowledge ?? 0,
    pending: row?.pending ?? 0,
    token: [row?.to_acknowledge, row?.last_applied_at, row?.pending, row?.last_submitted_at].join("|"),
  };
}

/** The places orders ship from, the default one first. */
export async function listSites(db: Db, orgId: string): Promise<{ code: string; name: string }[]> {
  return read(
    db
      .from("sites")
      .select("code, name")
      .eq("org_id", orgId)
      .order("is_default", { ascending: false })
      .order("name")
      .limit(200),
  );
}

/** References of what was written to one order and is not acknowledged. */
export async function listUnacknowledgedOfOrder(db: Db, orgId: string, orderId: string): Promise<string[]> {
  const rows = await read(
    db
      .from("changes_to_acknowledge")
      .select("reference")
      .eq("org_id", orgId)
      .eq("order_id", orderId)
      .order("applied_at")
      .limit(100)
      .overrideTypes<{ reference: string }[], { merge: false }>(),
  );
  return rows.map(({ reference }) => reference);
}

export type Acknowledgement = { by: string; at: string };

/** Who on the floor has seen an applied request, and when; null while nobody has. */
export async function getAcknowledgement(db: Db, orgId: string, requestId: string): Promise<Acknowledgement | null> {
  const [row] = await read(
    db.from("change_requests").select("acknowledged_at, acknowledged_by").eq("org_id", orgId).eq("id", requestId),
  );
  if (!row?.acknowledged_at || !row.acknowledged_by) return null;
  const [member] = await read(db.from("members").select("name").eq("org_id", orgId).eq("id", row.acknowledged_by));
  return { by: member?.name ?? "Somebody", at: row.acknowledged_at };
}
