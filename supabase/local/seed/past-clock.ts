import type { Sql } from "postgres";

const writers = ["private.append_audit", "private.append_audit_batch"];

/** When something happened: asked, and for what was decided, decided. */
export type Moments = { askedAt: Date; closedAt: Date };

/**
 * Lets what the demo tells about earlier weeks have happened in earlier weeks. The trail is hashed with its times, so its writers
 * are given another clock while the story is told; the other rows are dated afterwards. Nothing of it outlives `close`.
 */
export class PastClock {
  readonly #sql: Sql;
  readonly #originals: string[];

  private constructor(sql: Sql, originals: string[]) {
    this.#sql = sql;
    this.#originals = originals;
  }

  static async open(sql: Sql): Promise<PastClock> {
    const rows = await sql<{ definition: string }[]>`
      select pg_get_functiondef(name::regproc) as definition from unnest(${writers}::text[]) name`;
    const originals = rows.map(({ definition }) => definition);
    for (const definition of originals) {
      await sql.unsafe(definition.replaceAll("clock_timestamp()", "current_setting('demo.clock')::timestamptz"));
    }
    return new PastClock(sql, originals);
  }

  /** What is done next on this connection happens at this moment. */
  async set(now: Date): Promise<void> {
    await this.#sql`select set_config('demo.clock', ${now.toISOString()}, false)`;
  }

  async close(): Promise<void> {
    for (const definition of this.#originals) await this.#sql.unsafe(definition);
  }

  /** Dates the rows of requests whose story is over. */
  async date(moments: ReadonlyMap<string, Moments>): Promise<void> {
    const told = [...moments].map(([id, { askedAt, closedAt }]) => ({ id, asked: askedAt, closed: closedAt }));
    await this.#sql`
      with told as (
        select * from jsonb_to_recordset(${this.#sql.json(told as never)}) as t (id uuid, asked timestamptz, closed timestamptz)
      ), requests as (
        update public.change_requests r set
          submitted_at = t.asked,
          decided_at = case when r.decided_at is not null then t.closed end,
          closed_at = case when r.status = 'refused' then t.asked when r.closed_at is not null then t.closed end,
          acknowledged_at = case when r.acknowledged_at is not null then t.closed + interval '20 minutes' end
        from told t where t.id = r.id
      ), rounds as (
        update public.request_rounds r set submitted_at = t.asked from told t where t.id = r.request_id
      ), decisions as (
        update public.decisions d set decided_at = t.closed from told t where t.id = d.request_id
      ), writes as (
        update public.order_writes w set written_at = t.closed from told t where t.id = w.request_id
      )
      update public.inbox_items i set created_at = t.closed, read_at = t.closed + interval '1 hour' from told t where t.id = i.request_id`;
  }
}
