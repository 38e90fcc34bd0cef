import { type Fault, inFunction } from "./fault.ts";

const lock = "submit_change_request/asks_the_lock";
const allLines = "submit_change_request/asks_all_lines_about_the_order";
const alone = "submit_change_request/cancels_the_order_alone";
const badInput = "submit_change_request/refuses_bad_input";
const kinds = "decide_change_request/writes_every_kind_of_change";
const seen = "decide_change_request/writes_only_what_was_seen";
const kept = "commit_import/keeps_what_was_changed_about_the_order";
const told = "begin_export/tells_what_changed_about_the_order";
const versions = "save_lock_table/keeps_every_version";
const simulated = "simulate_lock_table/answers_like_the_lock";

/** Address, ship method, the rest of a line, the whole order; and the table of locks with its simulator. */
export const faultsInKinds: Fault[] = [
  inFunction(
    "everything is open on a picked order",
    "order_lock",
    "p_order.reached_stage = 'picked' and p_kind in ('set_ship_to', 'set_ship_method')",
    "p_order.reached_stage = 'picked'",
    lock,
    "that is picked",
  ),
  inFunction(
    "the box is open when it is packed",
    "order_lock",
    "p_order.reached_stage = 'picked' and p_kind",
    "p_order.reached_stage in ('picked', 'packed') and p_kind",
    lock,
    "that is packed",
  ),
  inFunction(
    "the address goes on a shipped half",
    "order_lock",
    "when p_order.reached_stage = 'partially_shipped' then 'order_locked'",
    "",
    lock,
    "that is partially_shipped",
  ),
  inFunction("packed pieces do not count", "shipping_lock", "l.quantity_packed, ", "", allLines, "one packed piece"),
  inFunction(
    "a line nobody knows does not hold the box",
    "shipping_lock",
    "l.reached_stage = 'unknown'",
    "false",
    allLines,
    "nobody mapped",
  ),
  inFunction(
    "picked lines are cancelled with the rest",
    "cancel_lock",
    "private.line_floor(l) > 0",
    "false",
    allLines,
    "one picked piece",
  ),
  inFunction(
    "what nobody knows is cancelled",
    "cancel_lock",
    "coalesce(l.quantity_picked, l.quantity_packed) is null",
    "false",
    allLines,
    "opens picking",
  ),
  inFunction(
    "untouched lines have a rest to close",
    "line_lock",
    "then 'line_not_started'",
    "then null",
    lock,
    "an order that is open",
  ),
  inFunction(
    "a cancellation takes company",
    "parse_changes",
    "v_change ->> 'kind' = 'cancel_order'",
    "false",
    alone,
    "never together",
  ),
  inFunction(
    "a cancellation meets nobody",
    "targets_meet",
    "or 'order:*' in (p_one, p_other)",
    "",
    alone,
    "holds it up",
  ),
  inFunction("addresses are never empty enough", "parse_lines", "v_text = ''", "false", badInput, "an address that is"),
  inFunction(
    "the rest is closed to nothing",
    "apply_changes",
    "when 'set_quantity', 'close_line' then",
    "when 'close_line' then null; when 'set_quantity' then",
    kinds,
    "close_line comes down",
  ),
  inFunction(
    "a cancelled order keeps its word",
    "apply_changes",
    "v_order.status_word := private.cancelled_word(p_order.org_id, p_actor);",
    "",
    kinds,
    "cancel_order",
  ),
  inFunction(
    "the picked quantity may move under a closed rest",
    "moved_fields",
    "'quantity', 'sku', 'floor'",
    "'quantity', 'sku'",
    seen,
    "close_line is a conflict",
  ),
  inFunction(
    "a cancelled order may become dearer",
    "moved_fields",
    "'line_count', 'amount'",
    "'line_count'",
    seen,
    "cancel_order",
  ),
  inFunction(
    "an older file opens what was cancelled",
    "match_import",
    "when 'cancel_order' then array['stage']",
    "when 'cancel_order' then '{}'",
    kept,
    "is not opened again",
  ),
  inFunction(
    "an older file brings the old address back",
    "match_import",
    "when 'set_ship_to' then array['ship_to']",
    "when 'set_ship_to' then '{}'",
    kept,
    "an address survives",
  ),
  inFunction(
    "a cancellation is not told",
    "export_values",
    "'cancelled' = any (p_moved)",
    "false",
    told,
    "without a status",
  ),
  inFunction(
    "a save is not asked what it saw",
    "write_lock_table",
    "p_expected_version <> v_version",
    "false",
    versions,
    "on top",
  ),
  inFunction(
    "two saves at once",
    "write_lock_table",
    "where g.id = v_org for no key update",
    "where g.id = v_org",
    versions,
    "two admins",
  ),
  inFunction(
    "the simulator shows the saved table",
    "is_stage_locked",
    "(p_draft -> p_kind::text ->> p_stage::text)::boolean",
    "null::boolean",
    simulated,
    "what it says with a draft",
  ),
];
