import { superuser } from "./postgres.ts";

export type Traces = {
  version: number;
  status: string;
  writes: number;
  decisions: number;
  held: number;
  actions: string[];
  mails: Record<string, number>;
};

/** Everything a request has left behind, counted with full sight. */
export async function traces(requestId: string): Promise<Traces> {
  const [row] = await superuser<Traces[]>`
    select o.version, r.status,
      (select count(*)::int from public.order_writes w where w.request_id = r.id) as writes,
      (select count(*)::int from public.decisions d where d.request_id = r.id) as decisions,
      (select count(*)::int from public.open_targets t where t.request_id = r.id) as held,
      array(select e.action from public.audit_entries e where e.org_id = r.org_id and e.request_id = r.id order by e.seq) as actions,
      (select coalesce(jsonb_object_agg(m.template, m.mails), '{}') from (
        select n.template, count(*)::int as mails from public.notifications n
        where n.org_id = r.org_id and n.request_id = r.id group by n.template
      ) m) as mails
    from public.change_requests r join public.orders o on o.org_id = r.org_id and o.id = r.order_id
    where r.id = ${requestId}`;
  if (!row) throw new Error(`There is no request ${requestId}.`);
  return { ...row };
}
