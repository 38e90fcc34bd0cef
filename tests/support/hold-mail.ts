import { superuser } from "./postgres.ts";

/** Keeps what the organization has queued where it is: any page that sends mail sends everybody's, and a footprint would change. */
export async function holdMail(orgId: string): Promise<void> {
  await superuser`
    update public.notifications set next_attempt_at = now() + interval '1 day'
    where org_id = ${orgId} and state in ('queued', 'failed')`;
}
