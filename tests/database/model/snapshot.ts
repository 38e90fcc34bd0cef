import { superuser } from "../../support/postgres.ts";
import type { Lane } from "./lane.ts";
import type { Ids } from "./perform.ts";
import type { World } from "./world.ts";

/** What both sides have to agree on, in one form. */
export type Snapshot = {
  version: number;
  isPicked: boolean;
  isMarked: boolean;
  quantities: number[];
  writes: number;
  people: string[];
  policyVersion: number;
  delegations: Record<string, boolean>;
  requests: Record<string, { status: string; round: number; step: number; rejected: number[]; approvals: string[] }>;
};

export function snapshotOf(world: World): Snapshot {
  const { order, people, policy, delegations, requests, writes } = world;
  return {
    version: order.version,
    isPicked: order.isPicked,
    isMarked: order.isMarked,
    quantities: order.quantities,
    writes: writes.length,
    people: people.map(({ active, roles }) => `${active} ${roles.toSorted().join(",")}`),
    policyVersion: policy.version,
    delegations: Object.fromEntries(Object.entries(delegations).map(([label, { revoked }]) => [label, revoked])),
    requests: Object.fromEntries(
      Object.entries(requests).map(([label, { status, round, step, rejected, approvals }]) => [
        label,
        // How a request ended is in its status; a rejected one rejects all of its changes.
        {
          status,
          round,
          step,
          rejected: status === "rejected" ? [] : rejected,
          approvals: approvals.map((one) => `${one.step}: ${one.by} for ${one.for}`).sort(),
        },
      ]),
    ),
  };
}

type Row = {
  order: Omit<Snapshot, "people" | "requests" | "delegations">;
  people: string[];
  requests: Stored[];
  delegations: { id: string; revoked: boolean }[];
};
type Stored = {
  id: string;
  status: string;
  round: number;
  step: number;
  rejected: number[];
  approvals: { step: number; by: string; for: string | null }[];
};

/** The same, read with full sight in one statement. */
export async function readSnapshot(lane: Lane, ids: Ids): Promise<Snapshot> {
  const org = lane.org.id;
  const [row] = await superuser<Row[]>`
    select jsonb_build_object(
        'version', o.version, 'isPicked', o.stage = 'picked', 'isMarked', o.marked_stage is not null,
        'quantities', (select jsonb_agg(l.quantity_ordered::float order by l.position) from public.order_lines l where l.org_id = o.org_id and l.order_id = o.id),
        'writes', (select count(*) from public.order_writes w where w.org_id = o.org_id and w.order_id = o.id),
        'policyVersion', (select max(version) from public.approval_policies where org_id = o.org_id)
      ) as order,
      array(
        select m.active || ' ' || (select string_agg(r::text, ',' order by r::text) from unnest(m.roles) r)
        from public.members m where m.org_id = o.org_id order by m.id
      ) as people,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'round', r.round, 'step', r.step,
          'rejected', case when r.status = 'rejected' then '[]' else coalesce((
            select jsonb_agg(c.position order by c.position) from public.changes c
            where c.org_id = r.org_id and c.request_id = r.id and c.round = r.round and c.outcome = 'rejected'), '[]') end,
          'approvals', coalesce((
            select jsonb_agg(jsonb_build_object('step', d.step, 'by', d.decided_by, 'for', d.on_behalf_of)) from public.decisions d
            where d.org_id = r.org_id and d.request_id = r.id and d.round = r.round and d.decision = 'approve' and d.outcome <> 'refused'), '[]')))
        from public.change_requests r where r.org_id = o.org_id and r.order_id = o.id
      ), '[]') as requests,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'revoked', d.revoked_at is not null)) from public.delegations d
        where d.org_id = o.org_id and d.id = any (${[...ids.delegations.values()]}::uuid[])
      ), '[]') as delegations
    from public.orders o where o.org_id = ${org} and o.id = ${lane.orderId}`;
  if (!row) throw new Error("The order of a history is gone.");
  const labelOf = (labels: Map<string, string>, id: string) => [...labels].find(([, one]) => one === id)?.[0] ?? id;
  const place = (id: string | null) => (id === null ? null : lane.people.findIndex(({ memberId }) => memberId === id));
  return {
    ...row.order,
    people: row.people,
    delegations: Object.fromEntries(row.delegations.map(({ id, revoked }) => [labelOf(ids.delegations, id), revoked])),
    requests: Object.fromEntries(
      row.requests.map(({ id, approvals, ...facts }) => [
        labelOf(ids.requests, id),
        { ...facts, approvals: approvals.map((one) => `${one.step}: ${place(one.by)} for ${place(one.for)}`).sort() },
      ]),
    ),
  };
}
