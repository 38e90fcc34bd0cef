import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { connections } from "./connections.ts";
import { createScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

export type Mail = { id: string; lease: string; issue: number; attempts: number; email: string };

/**
 * An organization with one admin in a database of its own: a worker takes whatever is due in any organization, so tests of
 * what becomes of mail keep away from everybody else's.
 */
export class MailOffice {
  readonly database: ScratchDatabase;
  readonly org: string;
  readonly userId: string;

  private constructor(database: ScratchDatabase, org: string, userId: string) {
    this.database = database;
    this.org = org;
    this.userId = userId;
  }

  static async open(): Promise<MailOffice> {
    const database = await createScratchDatabase(connections);
    const userId = randomUUID();
    await database.superuser`insert into auth.users (id, email) values (${userId}, 'ada@example.test')`;
    const [row] = await database.superuser<{ id: string }[]>`
      select (private.found_organization(${userId}, 'Ada', 'ada@example.test', 'Northwind', 'UTC', 'USD')).id`;
    return new MailOffice(database, row?.id ?? "", userId);
  }

  /** Queues a mail to each address; templates and facts don't matter where nothing is written. */
  async queue(...emails: string[]): Promise<string[]> {
    const rows = await this.database.superuser<{ id: string }[]>`
      insert into public.notifications (org_id, event, template, recipient_email, facts)
      select ${this.org}, gen_random_uuid()::text, 'request_submitted', e, '{}' from unnest(${emails}::text[]) e returning id`;
    return rows.map(({ id }) => id);
  }

  claim(limit = 100): Promise<Mail[]> {
    return this.#asServer(
      (sql) => sql<Mail[]>`
        select id, lease, issue, attempts, recipient_email as email from public.claim_notifications(${limit}, 60) order by created_at, id`,
    );
  }

  async settle(mail: Mail | undefined, outcome: string, more: { providerId?: string; isUnknown?: boolean } = {}) {
    const [row] = await this.#asServer(
      (sql) => sql<{ answer: { outcome: string } }[]>`
        select public.settle_notification(${mail?.id ?? ""}, ${mail?.lease ?? ""}, ${outcome}, ${more.providerId ?? null}, 'why',
          null, ${more.isUnknown ?? false}) as answer`,
    );
    return row?.answer.outcome;
  }

  /** What the provider reports, minutes after now. */
  async report(
    eventId: string,
    providerId: string,
    kind: string,
    options: { isPermanent?: boolean; minutes?: number } = {},
  ) {
    const { isPermanent = false, minutes = 0 } = options;
    const [row] = await this.#asServer(
      (sql) => sql<{ answer: { outcome: string } }[]>`
        select public.record_mail_event(${eventId}, ${providerId}, ${kind}, ${isPermanent}, 'No such user',
          now() + make_interval(mins => ${minutes})) as answer`,
    );
    return row?.answer.outcome;
  }

  /** Calls a command as the admin. */
  async call<T = { outcome: string } & Record<string, unknown>>(
    name: string,
    args: Record<string, unknown>,
  ): Promise<T> {
    const all = { p_org: this.org, ...args };
    const list = Object.keys(all).map((key, index) => `${key} => $${index + 1}`);
    const [row] = await this.#as("authenticated", { sub: this.userId, role: "authenticated" }, (sql) =>
      sql.unsafe<{ result: T }[]>(`select public.${name}(${list.join(", ")}) as result`, Object.values(all) as never[]),
    );
    return row?.result as T;
  }

  /** The mail as it stands, with full sight. */
  async row(id: string | undefined): Promise<Record<string, unknown>> {
    const [row] = await this.database.superuser`select * from public.notifications where id = ${id ?? ""}`;
    return row ?? {};
  }

  async audited(): Promise<string[]> {
    const rows = await this.database.superuser<{ action: string }[]>`
      select action from public.audit_entries where org_id = ${this.org} order by seq`;
    return rows.map(({ action }) => action).slice(1);
  }

  /** Lets time pass for a mail: everything that happened to it was so long ago. */
  async ages(id: string | undefined, interval: string): Promise<void> {
    await this.database.superuser`
      update public.notifications set created_at = created_at - ${interval}::interval, next_attempt_at = next_attempt_at - ${interval}::interval,
        first_attempt_at = first_attempt_at - ${interval}::interval, last_attempt_at = last_attempt_at - ${interval}::interval,
        maybe_sent_at = maybe_sent_at - ${interval}::interval, sent_at = sent_at - ${interval}::interval
      where id = ${id ?? ""}`;
  }

  #asServer<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
    return this.#as("service_role", { role: "service_role" }, work);
  }

  #as<T>(role: string, claims: object, work: (sql: TransactionSql) => Promise<T>): Promise<T> {
    return this.database.owner.begin(async (sql) => {
      await sql`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true), set_config('role', ${role}, true)`;
      return work(sql);
    }) as Promise<T>;
  }
}
