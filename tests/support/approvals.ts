import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import type { Member, Organization } from "./organization.ts";
import { asMember, superuser } from "./postgres.ts";
import type { Request } from "./requests.ts";

type People = Pick<Member, "memberId">[];
export type Step = { approvers: { anyone?: boolean; members?: string[]; groups?: string[] }; required?: number };
export type Rule = { id: string; name: string; conditions?: Record<string, unknown>; steps: Step[] };

const idsOf = (people: People) => people.map(({ memberId }) => memberId);

/** A step that these people can approve. */
export const by = (people: People, required = 1): Step => ({ approvers: { members: idsOf(people) }, required });
export const byAnyone = (required = 1): Step => ({ approvers: { anyone: true }, required });
export const byGroup = (id: string, required = 1): Step => ({ approvers: { groups: [id] }, required });

export function rule(steps: Step[], conditions: Record<string, unknown> = {}, id = "rule"): Rule {
  return { id, name: `The ${id}`, conditions, steps };
}

/** Saves the rules as the next version; `version` is the one that was on screen. */
export function savePolicy(
  org: Organization,
  rules: unknown,
  { version, key = randomUUID(), who = org.admin }: { version?: number; key?: string; who?: { userId: string } } = {},
): Promise<Answer> {
  return currentVersion(org.id).then((current) =>
    ask(who.userId, "save_approval_policy", {
      p_org: org.id,
      p_rules: rules,
      p_expected_version: version ?? current,
      p_idempotency_key: key,
    }),
  );
}

/** Saves rules and insists. */
export async function withRules(org: Organization, ...rules: Rule[]): Promise<void> {
  const answer = await savePolicy(org, rules);
  if (answer.outcome !== "saved") throw new Error(`Not saved: ${JSON.stringify(answer)}`);
}

async function currentVersion(orgId: string): Promise<number> {
  const [row] = await superuser<{ version: number }[]>`
    select max(version) as version from public.approval_policies where org_id = ${orgId}`;
  return row?.version ?? 0;
}

export function saveGroup(
  org: Organization,
  people: People,
  {
    id = null,
    name = `Group ${randomUUID().slice(0, 8)}`,
    active = true,
  }: { id?: string | null; name?: string; active?: boolean } = {},
): Promise<Answer> {
  return ask(org.admin.userId, "save_approver_group", {
    p_org: org.id,
    p_group_id: id,
    p_name: name,
    p_member_ids: idsOf(people),
    p_active: active,
    p_idempotency_key: randomUUID(),
  });
}

const DAY = 86_400_000;
export const inDaysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** `by` lets `to` decide for `from` for a week, from now on unless told otherwise. */
export function delegate(
  org: Organization,
  from: Member,
  to: Member,
  options: { by?: Member; starts?: string | null; ends?: string | null; note?: string; key?: string } = {},
): Promise<Answer> {
  return ask((options.by ?? from).userId, "save_delegation", {
    p_org: org.id,
    p_from_member_id: from.memberId,
    p_to_member_id: to.memberId,
    p_starts_at: options.starts ?? null,
    p_ends_at: options.ends === undefined ? inDaysFromNow(7) : options.ends,
    p_note: options.note ?? null,
    p_idempotency_key: options.key ?? randomUUID(),
  });
}

export function reassign(
  by: { userId: string },
  request: Pick<Request, "id">,
  to: Pick<Member, "memberId">,
  note: string | null = null,
): Promise<Answer> {
  return ask(by.userId, "reassign_request", {
    p_request_id: request.id,
    p_member_id: to.memberId,
    p_note: note,
    p_idempotency_key: randomUUID(),
  });
}

export type DeciderRow = { name: string; basis: string; for: string | null };

/** Who can decide a request now, by name, as a member of the organization reads it. */
export async function decidersOf(reader: { userId: string }, request: Pick<Request, "id">): Promise<DeciderRow[]> {
  return asMember(reader.userId, async (sql) => [
    ...(await sql<DeciderRow[]>`
      select name, basis, on_behalf_of_name as for from public.request_deciders where request_id = ${request.id} order by name`),
  ]);
}

/** Names alone. */
export async function namesOf(reader: { userId: string }, request: Pick<Request, "id">): Promise<string[]> {
  return (await decidersOf(reader, request)).map(({ name }) => name);
}
