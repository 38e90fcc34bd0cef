"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/action";
import { readOrderSearch } from "@/lib/orders/order-search";
import { searchOrders } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";
import type { LockSimulation, OrderChoice, SimulationAnswer } from "@/lib/settings/lock-simulation";
import type { LockTableOutcome } from "@/lib/settings/lock-table";
import { lockTableSchema, restoreLockTableSchema, simulationSchema } from "@/lib/settings/schema";
import { rpc } from "@/lib/supabase/rpc";
import type { Db } from "@/lib/supabase/server";

/** Going through every open order takes a moment when there are very many. */
const TIMEOUT_MS = 30_000;

/** All edits of the table at once: one version, one entry of the trail. */
export const saveLockTable = formAction(
  { role: "admin", schema: lockTableSchema },
  async ({ rules, expected_version }, { db, org }): Promise<LockTableOutcome> => {
    const outcome: LockTableOutcome = await rpc(db, "save_lock_table", {
      p_org: org.id,
      p_rules: rules,
      p_expected_version: expected_version,
    });
    revalidatePath(routes.lockRules(org.slug));
    return outcome;
  },
);

export const restoreLockTable = formAction(
  { role: "admin", schema: restoreLockTableSchema },
  async ({ version, expected_version }, { db, org }): Promise<LockTableOutcome> => {
    const outcome: LockTableOutcome = await rpc(db, "restore_lock_table", {
      p_org: org.id,
      p_version: version,
      p_expected_version: expected_version,
    });
    revalidatePath(routes.lockRules(org.slug));
    return outcome;
  },
);

/** What the table, with edits nobody has saved, means for the open orders and for one of them. Writes nothing. */
export const simulateLockTable = formAction(
  { role: "admin", schema: simulationSchema },
  async ({ rules, query, order_id }, { db, org }): Promise<SimulationAnswer> => {
    const choices = query ? await findOrders(db, org.id, query) : null;
    const found = choices?.find(({ orderNumber }) => choices.length === 1 || isSame(orderNumber, query ?? ""));
    const simulation: LockSimulation = await rpc(
      db,
      "simulate_lock_table",
      { p_org: org.id, p_rules: rules, p_order_id: found?.id ?? (choices ? undefined : order_id) },
      { timeoutMs: TIMEOUT_MS },
    );
    return { simulation, choices: found ? null : choices };
  },
);

async function findOrders(db: Db, orgId: string, query: string): Promise<OrderChoice[]> {
  const { rows } = await searchOrders(db, orgId, readOrderSearch({ q: query }), "");
  return rows.slice(0, 8).map(({ id, orderNumber, customer, stage }) => ({ id, orderNumber, customer, stage }));
}

function isSame(orderNumber: string, query: string): boolean {
  return orderNumber.toLowerCase() === query.trim().toLowerCase();
}
