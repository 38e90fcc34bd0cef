import { call } from "./command.ts";
import { stage } from "./imports.ts";
import { createOrder, type OrderFacts } from "./order.ts";
import { submitted } from "./requests.ts";
import { createTeam, type Team } from "./team.ts";

export type FilledTeam = Team & {
  place: { slug: string; order: string; request: string; importId: string; exportNumber: string };
};

/** A team with something to see at each of its addresses: an order, a request, an import and an export. */
export async function createFilledTeam(facts: OrderFacts = {}): Promise<FilledTeam> {
  const team = await createTeam();
  const order = await createOrder(team.id, facts);
  const change = { kind: "set_quantity", line_id: order.lines[0].id, quantity: "12" };
  const request = await submitted(team.requester, order, [change]);
  const importId = await stage(team, [{ order: "SO-1", sku: "A", qty: "1" }]);
  await call(team.admin.userId, "begin_export", {
    p_org: team.id,
    p_scope: "open",
    p_idempotency_key: crypto.randomUUID(),
  });
  const place = { slug: team.slug, order: encodeURIComponent(order.number), request: request.reference };
  return { ...team, place: { ...place, importId, exportNumber: "1" } };
}
