import { type Fault, inFunction } from "./fault.ts";

const decide = "decide_change_request";
const submit = "submit_change_request";
const picked = `${decide}/never_writes_after_the_order_was_picked`;
const seen = `${decide}/writes_only_what_was_seen`;
const authors = `${decide}/refuses_authors_and_what_became_impossible`;
const story = `${decide}/writes_the_change_and_its_story`;
const hundred = `${decide}/one_write_under_a_hundred_decisions`;
const replays = `${decide}/answers_the_same_call_the_same_way`;
const lock = `${submit}/asks_the_lock`;
const oneThing = `${submit}/lets_one_request_have_a_thing`;
const badInput = `${submit}/refuses_bad_input`;

export const faultsInRequests: Fault[] = [
  // Deciding
  inFunction(
    "the order is not locked",
    "decide_locked",
    "o.id = v_order_id for update",
    "o.id = v_order_id",
    picked,
    "waited for the flip",
  ),
  inFunction(
    "a decided request is decided again",
    "decide_locked",
    "v_request.status <> 'pending'",
    "false",
    hundred,
    "trial 1",
  ),
  inFunction(
    "authors may decide",
    "refuse_the_barred",
    "p_member.id = any (p_authors)",
    "false",
    authors,
    "author of an earlier round",
  ),
  inFunction(
    "the content is not compared",
    "decide_locked",
    "p_payload_hash <> v_request.payload_hash",
    "false",
    seen,
    "other content",
  ),
  inFunction(
    "the version is not compared",
    "decide_locked",
    "p_expected_version <> v_order.version",
    "false",
    seen,
    "is stale",
  ),
  inFunction(
    "moved fields are not looked for",
    "decide_locked",
    "private.moved_fields(v_order, v_request.id, v_request.round, v_rejected)",
    "'[]'",
    seen,
    "is a conflict",
  ),
  inFunction(
    "the lock is not asked again",
    "decide_locked",
    "private.check_changes(v_order, v_changes, v_today)",
    "'[]'",
    authors,
    "meanwhile",
  ),
  inFunction(
    "the order's change is not in the trail",
    "decide_locked",
    "if v_outcome = 'applied' then",
    "if false then",
    story,
    "ledger",
  ),
  inFunction(
    "nobody is told",
    "decide_locked",
    "perform private.notify_request(v_org, v_request.id, ('request_' || v_outcome)::public.notification_template);",
    "",
    hundred,
    "trial 1",
  ),
  inFunction("the version stays", "apply_changes", "version = version + 1", "version = version", story, "ledger"),
  inFunction(
    "what it held stays held",
    "close_request",
    "delete from public.open_targets where",
    "delete from public.open_targets where false and",
    oneThing,
    "free again",
  ),
  inFunction(
    "anybody withdraws",
    "withdraw_change_request",
    "v_request.requested_by <> v_member.id",
    "false",
    "withdraw_change_request/lets_go_of_what_it_held",
    "for its requester alone",
  ),
  // Submitting
  inFunction(
    "the order is not locked",
    "submit_round",
    "o.id = p_order_id for update",
    "o.id = p_order_id",
    lock,
    "waited for a flip",
  ),
  inFunction(
    "a moved order is taken",
    "submit_round",
    "p_base_version is distinct from v_order.version",
    "false",
    oneThing,
    "is stale",
  ),
  inFunction(
    "duplicates are not looked for",
    "find_requests_in_the_way",
    "r.payload_hash = v_hash",
    "false",
    oneThing,
    "are a duplicate",
  ),
  inFunction(
    "overlaps are not looked for",
    "find_requests_in_the_way",
    "private.targets_meet(o.target, t.target)",
    "false",
    oneThing,
    "overlap",
  ),
  inFunction(
    "a changed key is taken for a repeat",
    "claim_idempotency_key",
    "v_row.request_hash <> v_hash",
    "false",
    replays,
    "another body",
  ),
  inFunction(
    "answers are not kept",
    "answer",
    "set response = v_response",
    "set response = null",
    replays,
    "fifty decisions",
  ),
  inFunction("zero is a quantity", "parse_decimal", "if p_above_zero and", "if false and", badInput, "quantity"),
  inFunction("yesterday is a day to ship", "parse_day", "v_day < p_today", "false", badInput, "days in the past"),
  inFunction(
    "changes may collide",
    "parse_changes",
    "v_held && v_targets",
    "false",
    badInput,
    "two changes of one request",
  ),
  inFunction(
    "unknown keys are let through",
    "parse_change",
    "if not v_key = any (v_required || v_optional) then",
    "if false then",
    badInput,
    "changes:",
  ),
];
