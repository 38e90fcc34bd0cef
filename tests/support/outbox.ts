import { superuser } from "./postgres.ts";

export type OutboxRow = {
  id: string;
  template: string;
  email: string;
  state: string;
  attempts: number;
  /** From the first attempt to when it is due again. */
  pauseInSeconds: number;
  providerId: string | null;
  lastError: string | null;
  lease: string | null;
};

/** The mail of one request as it stands, by recipient. */
export async function outboxOf(requestId: string): Promise<OutboxRow[]> {
  return superuser<OutboxRow[]>`
    select id, template, recipient_email as email, state, attempts, provider_id as "providerId", last_error as "lastError", lease,
      extract(epoch from next_attempt_at - first_attempt_at)::float as "pauseInSeconds"
    from public.notifications where request_id = ${requestId} order by template, recipient_email`;
}

/** Lets time pass for a row: what was to be tried again later is due now, and a lease has run out. First in line. */
export async function makeDue(ids: string[]): Promise<void> {
  await superuser`
    update public.notifications set next_attempt_at = now() - interval '1 day',
      lease_until = case when lease is not null then now() - interval '1 second' end
    where id = any (${ids})`;
}
