import { type Fault, inCatalogue } from "./fault.ts";

const shown = "access/shows_an_organization_only_to_its_members";
const listed = "access/grants_what_is_listed_and_nothing_else";
const built = "access/is_built_the_same_way_everywhere";
const appendOnly = "audit/is_append_only_for_everybody";
const lock = "submit_change_request/asks_the_lock";
const authors = "decide_change_request/refuses_authors_and_what_became_impossible";

export const faultsInTheCatalogue: Fault[] = [
  inCatalogue(
    "everybody's orders are shown",
    `alter policy "members read their organization's orders" on public.orders using (true)`,
    shown,
    "orders",
  ),
  inCatalogue(
    "row-level security is off for requests",
    "alter table public.change_requests disable row level security",
    shown,
    "change_requests",
  ),
  inCatalogue(
    "a policy is gone",
    `drop policy "members read their organization's order lines" on public.order_lines`,
    shown,
    "order_lines",
  ),
  inCatalogue(
    "a request stays in the queue of whoever has approved it",
    "alter table public.decisions disable trigger decisions_route_what_still_waits",
    "my_queue/holds_what_the_reader_can_decide",
    "exactly the requests",
  ),
  inCatalogue("members may insert orders", "grant insert on public.orders to authenticated", listed, "on the list"),
  inCatalogue(
    "members may take mails",
    "grant execute on function public.claim_notifications to authenticated",
    listed,
    "on the list",
  ),
  inCatalogue(
    "anon may call a body",
    "grant execute on function private.decide_change_request to anon",
    built,
    "executed by anon",
  ),
  inCatalogue(
    "a view reads as its owner",
    "alter view public.order_locks set (security_invoker = false)",
    built,
    "as its reader",
  ),
  inCatalogue(
    "a body trusts the search path",
    "alter function private.append_audit reset search_path",
    built,
    "search_path",
  ),
  inCatalogue("a foreign key lost its index", "drop index public.members_by_user", built, "has an index"),
  inCatalogue("a new table", "create table public.forgotten (id integer)", shown, "has an expectation"),
  inCatalogue(
    "entries can be changed",
    "drop trigger audit_entries_are_never_changed on public.audit_entries",
    appendOnly,
    "the table's owner",
  ),
  inCatalogue(
    "entries can be changed by a replica",
    "alter table public.audit_entries enable trigger audit_entries_are_never_changed",
    appendOnly,
    "the superuser as a replica",
  ),
  inCatalogue(
    "the trail can be emptied",
    "drop trigger audit_entries_are_never_emptied on public.audit_entries",
    appendOnly,
    "the table's owner",
  ),
  inCatalogue(
    "the requester may be the decider",
    "alter table public.change_requests drop constraint change_requests_decider_is_not_the_requester",
    authors,
    "the table itself",
  ),
  inCatalogue(
    "picked can be opened",
    "alter table public.lock_rules drop constraint lock_rules_stage_can_be_decided",
    lock,
    "no rule can be made",
  ),
];
