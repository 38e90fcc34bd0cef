import { type Fault, inFunction } from "./fault.ts";

const submit = "submit_change_request";
const lock = `${submit}/asks_the_lock`;
const rights = "access/takes_rights_away_at_once";
const people = "access/lets_only_the_right_people_call_a_command";
const admins = "organization/always_keeps_an_admin";
const words = "organization/maps_words_and_keeps_settings";
const load = "audit/holds_under_a_thousand_appends";
const tampered = "audit/names_a_tampered_entry";
const search = "search_orders/finds_what_was_typed";

export const faultsInRules: Fault[] = [
  // The lock
  inFunction("unknown is open", "is_final", "'cancelled', 'unknown'", "'cancelled'", lock, "that is unknown"),
  inFunction(
    "unmapped words are open",
    "stage_of_word",
    "'unknown'::public.order_stage",
    "'open'::public.order_stage",
    lock,
    "is unknown, and locked",
  ),
  inFunction("words are compared as typed", "fold", "normalize(p_text, nfkc)", "p_text", lock, "is picked"),
  inFunction(
    "what is invoiced can be cut",
    "line_floor",
    "coalesce(p_line.quantity_invoiced, 0)",
    "0",
    lock,
    "a quantity goes down",
  ),
  inFunction(
    "started lines can be removed",
    "line_lock",
    "private.line_floor(p_line) > 0",
    "false",
    lock,
    "a line with",
  ),
  inFunction(
    "picking is open",
    "is_locked_by_default",
    "'on_hold', 'released'",
    "'on_hold', 'released', 'picking'",
    lock,
    "that is picking",
  ),
  // Rights
  inFunction(
    "deactivated members read",
    "member_org_ids",
    "and m.active",
    "",
    "access/shows_an_organization_only_to_its_members",
    "orders",
  ),
  inFunction("deactivated members act", "require_member", "and m.active for share", "for share", rights, "deactivated"),
  inFunction(
    "a deactivation is not waited for",
    "require_member",
    "and m.active for share",
    "and m.active",
    rights,
    "waited",
  ),
  inFunction(
    "every role may",
    "require_member",
    "if p_role is not null and",
    "if false and",
    people,
    "without the role",
  ),
  inFunction(
    "any organization is searched",
    "search_orders",
    "if not p_org = any (private.member_org_ids()) or p_org is null then",
    "if false then",
    search,
    "never in it",
  ),
  inFunction("% is a wildcard", "search_orders", "'([\\\\%_])'", "'([\\\\])'", search, '"%"'),
  // People and words
  inFunction(
    "the last admin goes",
    "set_member_active",
    "and not private.has_other_admin(p_org, v_target.id)",
    "and false",
    admins,
    "the last admin",
  ),
  inFunction(
    "admins are not locked",
    "lock_member",
    "order by m.id for no key update",
    "order by m.id",
    admins,
    "each other",
  ),
  inFunction(
    "members are locked against foreign keys",
    "lock_member",
    "m.id = p_member_id for no key update",
    "m.id = p_member_id for update",
    "organization/never_waits_in_a_circle_with_a_decision",
    "deactivate_member",
  ),
  inFunction(
    "restaged orders keep their version",
    "map_words",
    "version = o.version + 1, ",
    "",
    words,
    "versions go up",
  ),
  // The trail
  inFunction(
    "the head is not locked",
    "append_audit",
    "h.org_id = p_org for update",
    "h.org_id = p_org",
    load,
    "thousand",
  ),
  inFunction("names are not hashed", "audit_hash", "p_entry.actor_name, ", "", tampered, "a name shows"),
  inFunction(
    "lengths are not hashed",
    "audit_encoding",
    "octet_length(f.value)::text || ':' ||",
    "",
    tampered,
    "across the separator",
  ),
  inFunction(
    "links are not checked",
    "verify_audit_chain",
    "c.prev_hash <> c.expected_prev",
    "false",
    tampered,
    "its own hash",
  ),
  inFunction(
    "gaps are not checked",
    "verify_audit_chain",
    "c.seq <> c.expected_seq",
    "false",
    tampered,
    "the first entry taken out",
  ),
  inFunction(
    "the head is not checked",
    "verify_audit_chain",
    "v_last <> v_head.seq",
    "false",
    tampered,
    "the tail cut off",
  ),
];
