import { type Fault, inFunction } from "./fault.ts";

const atOnce = "mark_progress/locks_at_once";
const race = "mark_progress/never_writes_after_a_mark";
const undo = "submit_change_request/puts_an_applied_request_back";
const late = "remind_to_acknowledge/tells_once_before_the_truck_leaves";

export const faultsOnTheFloor: Fault[] = [
  inFunction(
    "what is marked stays open",
    "further_stage",
    "else greatest(p_source, p_marked)",
    "else p_source",
    atOnce,
    "a marked order refuses",
  ),
  inFunction(
    "the rest of a marked order that left in part stays open",
    "further_stage",
    "greatest(p_marked, 'packed')",
    "p_source",
    atOnce,
    "an older import does not",
  ),
  inFunction(
    "a mark does not lock the order",
    "lock_to_mark",
    "o.id = p_order_id for update",
    "o.id = p_order_id",
    race,
    "fifty people mark",
  ),
  inFunction(
    "nobody hears of what a mark ended",
    "settle_marked",
    "private.is_locked_out(v_changes, v_problems)",
    "false",
    atOnce,
    "a marked line is locked",
  ),
  inFunction(
    "what was marked and has shipped is taken back",
    "take_back_locked",
    "v_order.stage in ('shipped', 'closed', 'cancelled')",
    "false",
    atOnce,
    "an older import does not",
  ),
  inFunction(
    "an order with a line to pick counts as picked",
    "lines_stage",
    "bool_and(private.line_stage(p_order.stage, l) in ('picked', 'packed', 'shipped'))",
    "true",
    atOnce,
    "a marked line is locked",
  ),
  inFunction(
    "anything can be emptied",
    "refuse_emptying",
    "if not exists (",
    "if false and not exists (",
    undo,
    "what was empty becomes empty again",
  ),
  inFunction(
    "a change is undone twice",
    "find_reversal",
    "r.reverses = p_reverses",
    "false",
    undo,
    "twenty people undo",
  ),
  inFunction(
    "a late acknowledgement is told again and again",
    "is_late_to_acknowledge",
    "and p_request.late_told_at is null",
    "",
    late,
    "shortly before",
  ),
];
