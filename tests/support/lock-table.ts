import { type Answer, ask } from "./ask.ts";
import { superuser } from "./postgres.ts";

type Person = { userId: string };
export type Rule = { kind: string; stage: string; is_locked: boolean };

/** Saves rules as an admin, on top of whatever version there is. */
export async function saveRules(org: { id: string; admin: Person }, ...rules: Rule[]): Promise<Answer> {
  const [row] = await superuser<{ version: number }[]>`
    select coalesce(max(version), 0) as version from public.lock_table_versions where org_id = ${org.id}`;
  return ask(org.admin.userId, "save_lock_table", {
    p_org: org.id,
    p_rules: rules,
    p_expected_version: row?.version ?? 0,
  });
}
