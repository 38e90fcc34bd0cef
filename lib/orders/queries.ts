import "server-only";
import { type OrderSearch, PAGE_SIZE, shipWindowDays } from "@/lib/orders/order-search";
import type { LineLocks, Order, OrderLine, OrderLocks, OrderRow, Shipping } from "@/lib/orders/order-view";
import { type OrderStage, stageGroups } from "@/lib/orders/stage-groups";
import { normalizeQuantity } from "@/lib/quantity";
import { read } from "@/lib/supabase/read";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

/** One page of orders. The database stops counting at 10,001. */
export async function searchOrders(
  db: Db,
  orgId: string,
  search: OrderSearch,
  today: string,
  limit = PAGE_SIZE,
): Promise<{ rows: OrderRow[]; total: number }> {
  const days = search.ships ? shipWindowDays(search.ships, today) : undefined;
  const rows = await rpc(db, "search_orders", {
    p_org: orgId,
    p_query: search.query,
    p_stages: search.stages ? [...stageGroups[search.stages].stages] : undefined,
    p_open_requests: search.hasOpenRequests || undefined,
    p_ship_from: days?.from,
    p_ship_to: days?.to,
    p_sort: search.sort,
    p_descending: search.isDescending,
    p_limit: limit,
    p_offset: (search.page - 1) * limit,
  });
  return { rows: rows.map(toRow), total: rows[0]?.total_count ?? 0 };
}

type FoundOrder = Awaited<ReturnType<typeof rpc<"search_orders">>>[number];

function toRow(found: FoundOrder): OrderRow {
  return {
    id: found.id,
    orderNumber: found.order_number,
    customer: found.customer,
    customerPo: found.customer_po,
    statusWord: found.status_word,
    stage: found.stage,
    isLocked: found.is_locked,
    requestedShipDate: found.requested_ship_date,
    shipMethod: found.ship_method,
    site: found.site_name,
    currency: found.currency,
    lineCount: found.line_count,
    value: found.order_value,
    openRequestCount: found.open_request_count,
  };
}

/** An order with all its lines and what can still be changed on each; null when there is none with this number. */
export async function getOrder(db: Db, orgId: string, orderNumber: string | null): Promise<Order | null> {
  if (orderNumber === null) return null;
  const [order] = await read(
    db
      .from("orders")
      .select(
        "id, order_number, customer, customer_po, status_word, stage:reached_stage, requested_ship_date, ship_to, ship_method, currency, version, updated_at, source:import_sources (name)",
      )
      .eq("org_id", orgId)
      .eq("order_number", orderNumber),
  );
  if (!order) return null;
  const [[lock], [shipping], lines] = await Promise.all([
    read(
      db
        .from("order_locks")
        .select("is_locked, add_line, set_order_date, set_ship_to, set_ship_method, cancel_order")
        .eq("org_id", orgId)
        .eq("order_id", order.id)
        .overrideTypes<(OrderLocks & { is_locked: boolean })[], { merge: false }>(),
    ),
    read(
      db
        .from("order_shipping")
        .select("site: site_name, timeZone: time_zone, cutoffAt: cutoff_at")
        .eq("org_id", orgId)
        .eq("order_id", order.id)
        .overrideTypes<Shipping[], { merge: false }>(),
    ),
    listLines(db, orgId, order.id),
  ]);
  return {
    id: order.id,
    orderNumber: order.order_number,
    customer: order.customer,
    customerPo: order.customer_po,
    statusWord: order.status_word,
    stage: order.stage,
    requestedShipDate: order.requested_ship_date,
    shipTo: order.ship_to,
    shipMethod: order.ship_method,
    shipping: shipping ?? null,
    currency: order.currency,
    version: order.version,
    updatedAt: order.updated_at,
    source: order.source?.name ?? null,
    isLocked: lock?.is_locked ?? true,
    locks: {
      add_line: lock ? lock.add_line : "order_locked",
      set_order_date: lock ? lock.set_order_date : "order_locked",
      set_ship_to: lock ? lock.set_ship_to : "order_locked",
      set_ship_method: lock ? lock.set_ship_method : "order_locked",
      cancel_order: lock ? lock.cancel_order : "order_locked",
    },
    lines,
  };
}

async function listLines(db: Db, orgId: string, orderId: string): Promise<OrderLine[]> {
  const [lines, locks] = await Promise.all([
    inChunks((from, to) => readLines(db, orgId, orderId, from, to)),
    inChunks((from, to) => readLineLocks(db, orgId, orderId, from, to)),
  ]);
  const lockOf = new Map(locks.map((lock) => [lock.line_id, lock]));
  return lines.map((line) => toLine(line, lockOf.get(line.id)));
}

/** The API answers with at most this many rows. */
const CHUNK = 1_000;

async function inChunks<Row>(readChunk: (from: number, to: number) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const chunk = await readChunk(rows.length, rows.length + CHUNK - 1);
    rows.push(...chunk);
    if (chunk.length < CHUNK) return rows;
  }
}

type LineRow = {
  id: string;
  position: number;
  sku: string;
  description: string | null;
  uom: string | null;
  ordered: string;
  picked: string | null;
  packed: string | null;
  shipped: string | null;
  invoiced: string | null;
  unit_price: string | null;
  requested_ship_date: string | null;
  status_word: string | null;
  removed_at: string | null;
};

type LockRow = LineLocks & { line_id: string; stage: OrderStage; floor: string };

function readLines(db: Db, orgId: string, orderId: string, from: number, to: number): Promise<LineRow[]> {
  return read(
    db
      .from("order_lines")
      .select(
        "id, position, sku, description, uom, ordered:quantity_ordered::text, picked:quantity_picked::text, packed:quantity_packed::text, shipped:quantity_shipped::text, invoiced:quantity_invoiced::text, unit_price::text, requested_ship_date, status_word, removed_at",
      )
      .eq("org_id", orgId)
      .eq("order_id", orderId)
      .order("position")
      .order("id")
      .range(from, to)
      .overrideTypes<LineRow[], { merge: false }>(),
  );
}

function readLineLocks(db: Db, orgId: string, orderId: string, from: number, to: number): Promise<LockRow[]> {
  return read(
    db
      .from("order_line_locks")
      .select("line_id, stage, floor::text, set_quantity, close_line, remove_line, substitute_line, set_line_date")
      .eq("org_id", orgId)
      .eq("order_id", orderId)
      .order("line_id")
      .range(from, to)
      .overrideTypes<LockRow[], { merge: false }>(),
  );
}

/** A line without an answer about its locks counts as locked. */
function toLine(
  { unit_price, requested_ship_date, status_word, removed_at, ...line }: LineRow,
  lock: LockRow | undefined,
): OrderLine {
  return {
    ...line,
    ordered: normalizeQuantity(line.ordered),
    picked: short(line.picked),
    packed: short(line.packed),
    shipped: short(line.shipped),
    invoiced: short(line.invoiced),
    unitPrice: short(unit_price),
    requestedShipDate: requested_ship_date,
    statusWord: status_word,
    isRemoved: removed_at !== null,
    stage: lock?.stage ?? "unknown",
    floor: normalizeQuantity(lock?.floor ?? line.ordered),
    locks: {
      set_quantity: lock ? lock.set_quantity : "line_locked",
      close_line: lock ? lock.close_line : "line_locked",
      remove_line: lock ? lock.remove_line : "line_locked",
      substitute_line: lock ? lock.substitute_line : "line_locked",
      set_line_date: lock ? lock.set_line_date : "line_locked",
    },
  };
}

function short(number: string | null): string | null {
  return number === null ? null : normalizeQuantity(number);
}

/** The ways of shipping that orders of the organization have, the most used first: suggestions, not the only ones. */
export async function listShipMethods(db: Db, orgId: string): Promise<string[]> {
  const rows = await read(
    db.from("ship_methods").select("ship_method").eq("org_id", orgId).order("orders", { ascending: false }).limit(30),
  );
  return rows.flatMap(({ ship_method }) => ship_method ?? []);
}
