import { actionLabel } from "@/lib/audit/action-label";
import { describeMark } from "@/lib/audit/describe-mark";
import { describeRefusal, type EntryNames } from "@/lib/audit/describe-refusal";
import type { EntryWords } from "@/lib/audit/entry";
import { type EntryFacts, readFacts } from "@/lib/audit/entry-facts";
import { countOf, joined, nounOfKind, quoted, stageName } from "@/lib/audit/phrases";
import { formatDate } from "@/lib/dates";

/** An entry as one sentence with the actor as its subject: who did what to which order. */
export function describeEntry(entry: EntryWords): string {
  const facts = readFacts(entry);
  if (!facts) return describeUnknown(entry);
  return sentenceOf(facts, {
    who: entry.actor?.name ?? "The system",
    order: entry.orderNumber ?? "an order",
    request: entry.requestReference ?? "a request",
  });
}

function sentenceOf(facts: EntryFacts, names: EntryNames): string {
  const { who, order, request } = names;
  switch (facts.action) {
    case "request.submitted":
      return `${who} asked for ${countOf(facts.after.changes, "change")} to ${order} (${request})${facts.after.reverses ? ` to undo ${facts.after.reverses}` : ""}`;
    case "request.resubmitted":
      return `${who} sent ${request} again with ${countOf(facts.after.changes, "change")} to ${order} (round ${facts.after.round})`;
    case "request.applied":
      return `${decider(who, facts.after)} approved ${request}${without(facts.after.rejected)}, and it was written to ${order} as version ${facts.after.version ?? facts.before.version + 1}`;
    case "request.step_approved":
      return `${decider(who, facts.after)} approved ${request} for ${order}${without(facts.after.rejected)} in step ${facts.after.step} of ${facts.after.step_count} (${facts.after.approvals} of ${facts.after.required})`;
    case "request.reassigned":
      return `${who} asked ${facts.after.to} to decide ${request} for ${order}${because(facts.after.note)}`;
    case "request.rejected":
      return `${decider(who, facts.after)} rejected ${request} for ${order}${because(facts.after.note)}`;
    case "request.returned":
      return `${decider(who, facts.after)} sent ${request} for ${order} back${because(facts.after.note)}`;
    case "request.withdrawn":
      return `${who} withdrew ${request} for ${order}`;
    case "request.expired":
      return facts.after.why === "order_locked"
        ? `${request} expired: ${order} was picked before anybody decided`
        : `${request} expired: nobody decided before the cut-off of ${order}`;
    case "request.commented":
      return `${who} commented on ${request}: ${quoted(facts.after.body)}`;
    case "request.reminded":
      return `${joined(facts.after.people)} got a reminder to decide ${request} for ${order}`;
    case "request.escalated":
      return `${request} for ${order} was about to expire: ${joined(facts.after.people)} were told`;
    case "change.acknowledged":
      return `${who} acknowledged ${request} on ${order} for fulfillment`;
    case "change.unacknowledged":
      return `Nobody on the floor had acknowledged ${request} on ${order} shortly before the cut-off: ${joined(facts.after.people)} were told`;
    case "order.changed":
      return `${order} went from version ${facts.before.version} to ${facts.after.version} with ${countOf(facts.after.changes, "change")} from ${request}`;
    case "order.imported":
      return facts.before ? `An import by ${who} changed ${order}` : `An import by ${who} brought ${order}`;
    case "order.marked":
    case "order.mark_taken_back":
    case "order.mark_refused":
      return describeMark(facts, who, order);
    case "order.closed":
      return `${who} closed ${order}: the file of import ${facts.after.import} no longer had it`;
    case "order.restored":
      return facts.after.stage === "cancelled" && facts.before.version === 1
        ? `${who} undid import ${facts.after.import}, which had brought ${order}: it is cancelled`
        : `${who} undid import ${facts.after.import}: ${order} is as it was before`;
    case "check.refused":
      return describeRefusal(facts.after, names);
    default:
      return settingSentence(facts, who);
  }
}

type SettingFacts = Exclude<
  EntryFacts,
  { action: `request.${string}` | `change.${string}` | `order.${string}` | "check.refused" }
>;

function settingSentence(facts: SettingFacts, who: string): string {
  switch (facts.action) {
    case "organization.created":
      return `${who} set up the organization ${facts.after.name}`;
    case "organization.changed":
      return facts.after.fulfillment_email
        ? `${who} set the fulfillment mailbox to ${facts.after.fulfillment_email}`
        : `${who} removed the fulfillment mailbox`;
    case "member.roles_changed":
      return `${who} changed the roles of ${facts.after.member} from ${joined(facts.before.roles)} to ${joined(facts.after.roles)}`;
    case "member.deactivated":
      return `${who} deactivated ${facts.after.member}`;
    case "member.reactivated":
      return `${who} reactivated ${facts.after.member}`;
    case "member.left":
      return `${who} left the organization`;
    case "member.renamed":
      return `${facts.before.member} goes by ${facts.after.member} now`;
    case "member.choices_changed":
      return `${who} changed what they are told by mail`;
    case "mail.retried":
      return `${who} had the mail to ${facts.after.email} sent again${facts.after.is_anew ? ", as a new one" : ""}`;
    case "mail.all_retried":
      return `${who} had ${countOf(facts.after.queued, "failed mail")} sent again`;
    case "address.suppressed":
      return `${facts.after.email} is held: ${facts.after.reason === "complained" ? "a mail was reported as spam" : "a mail came back"}${facts.after.detail && ` (${quoted(facts.after.detail)})`}`;
    case "address.cleared":
      return `${who} let mail go to ${facts.after.email} again${facts.after.mails > 0 ? `; ${countOf(facts.after.mails, "held mail")} left` : ""}`;
    case "digest.scheduled":
      return `${who} set the morning digest to ${facts.after.time}`;
    case "invitation.sent":
      return `${who} invited ${facts.after.email} as ${joined(facts.after.roles)}`;
    case "invitation.resent":
      return `${who} sent the invitation of ${facts.after.email} again`;
    case "invitation.revoked":
      return `${who} revoked the invitation of ${facts.after.email}`;
    case "invitation.accepted":
      return `${who} accepted the invitation as ${joined(facts.after.roles)}`;
    case "status.mapped":
      return `${who} mapped the status word ${quoted(facts.after.word)} to ${stageName(facts.after.stage)}${facts.after.orders > 0 ? `; ${countOf(facts.after.orders, "order")} moved` : ""}`;
    case "deadlines.set":
      return `${who} set the reminder to ${countOf(facts.after.remind_minutes, "minute")} and the last warning to ${countOf(facts.after.escalate_minutes, "minute")} before the cut-off${facts.after.acknowledge_minutes === undefined ? "" : `, and fulfillment's to ${countOf(facts.after.acknowledge_minutes, "minute")}`}`;
    case "reason.saved":
      return reasonSentence(facts, who);
    case "formats.saved":
      return formatsSentence(facts, who);
    case "site.saved":
      return facts.before
        ? `${who} changed the site ${quoted(facts.after.name)}`
        : `${who} added the site ${quoted(facts.after.name)}`;
    case "site.removed":
      return `${who} removed the site ${quoted(facts.before.name)}`;
    case "holidays.saved":
      return holidaysSentence(facts, who);
    case "setup.applied":
      return `${who} applied version ${facts.after.version} of the set-up${facts.after.orders > 0 ? `; ${countOf(facts.after.orders, "order")} moved` : ""}`;
    case "setup.refused":
      return `${who} tried to apply a set-up that could leave nobody able to approve: ${countOf(facts.after.problems, "problem")}`;
    case "lock_rule.set":
      return `${who} ${facts.after.is_locked ? "locked" : "opened"} ${nounOfKind(facts.after.kind)} at stage ${stageName(facts.after.stage)}`;
    case "approval_policy.saved":
      return `${who} saved version ${facts.after.version} of the approval rules (${countOf(facts.after.rules, "rule")})`;
    case "approval_policy.refused":
      return `${who} tried to save approval rules that could leave nobody able to approve: ${countOf(facts.after.problems, "problem")}`;
    case "approver_group.saved":
      return groupSentence(facts, who);
    case "approver_group.refused":
      return `${who} tried to change the approver group ${quoted(facts.after.name)}, and the check refused it: ${countOf(facts.after.problems, "problem")}`;
    case "delegation.saved":
      return `${who} let ${facts.after.to} decide for ${facts.after.from} from ${dayOf(facts.after.starts_at)} until ${dayOf(facts.after.ends_at)}`;
    case "delegation.revoked":
      return `${who} ended that ${facts.after.to} decides for ${facts.after.from}`;
    case "delegation.refused":
      return `${who} tried to let ${facts.after.to} decide for ${facts.after.from}, and the check refused it: ${countOf(facts.after.problems, "problem")}`;
    case "lock_table.saved":
      return lockTableSentence(facts, who);
    case "import.committed":
      return `${who} committed ${runName("import", facts.after)}`;
    case "import.discarded":
      return `${who} discarded ${runName("import", facts.after)}`;
    case "import.reading_restored":
      return `${who} went back to version ${facts.after.version} of how files like ${quoted(facts.after.source)} are read`;
    case "import.undone":
      return `${who} undid ${runName("import", facts.after)}`;
    case "export.created":
      return `${who} made ${runName("export", facts.after)}`;
    case "api_key.created":
      return `${who} created the API key ${quoted(facts.after.name)} for ${joined(facts.after.scopes ?? [])}`;
    case "api_key.revoked":
      return `${who} revoked the API key ${quoted(facts.after.name)}`;
    case "sheet.saved":
      return `${who} saved the Google Sheet ${quoted(facts.after.name)}, read ${scheduleOf(facts.after)}`;
    case "sheet.removed":
      return `${who} removed the Google Sheet ${quoted(facts.after.name)}`;
  }
}

/** One rule is told whole; of many only how many, the details have each. */
function lockTableSentence({ after }: Extract<EntryFacts, { action: "lock_table.saved" }>, who: string): string {
  const { version, restored_version, changes } = after;
  if (restored_version != null)
    return `${who} brought version ${restored_version} of the lock table back as version ${version}: ${countOf(changes, "rule")} changed`;
  const [first] = changes;
  if (!first || changes.length > 1)
    return `${who} changed ${countOf(changes, "rule")} of the lock table (version ${version})`;
  return `${who} ${first.is_locked ? "locked" : "opened"} ${nounOfKind(first.kind)} at stage ${stageName(first.stage)} (version ${version})`;
}

function reasonSentence({ before, after }: Extract<EntryFacts, { action: "reason.saved" }>, who: string): string {
  const name = quoted(after.label);
  if (!before) return `${who} added the reason ${name}`;
  if (before.active !== after.active)
    return `${who} ${after.active ? "reactivated" : "deactivated"} the reason ${name}`;
  if (before.label !== after.label) return `${who} renamed the reason ${quoted(before.label)} to ${name}`;
  return before.position === after.position
    ? `${who} saved the reason ${name} unchanged`
    : `${who} moved the reason ${name}`;
}

function groupSentence(
  { before, after }: Extract<EntryFacts, { action: "approver_group.saved" }>,
  who: string,
): string {
  const people = after.members.length > 0 ? joined(after.members) : "nobody in it";
  if (!after.active) return `${who} put the approver group ${quoted(after.name)} away`;
  return `${who} ${before ? "changed" : "made"} the approver group ${quoted(after.name)}: ${people}`;
}

function formatsSentence({ after }: Extract<EntryFacts, { action: "formats.saved" }>, who: string): string {
  const of = (noun: string, formats: readonly { pattern: string }[]) =>
    formats.length === 0 ? `any ${noun}` : `${noun}s like ${joined(formats.map(({ pattern }) => pattern))}`;
  return `${who} set the formats: ${of("order number", after.order_number)} and ${of("SKU", after.sku)}`;
}

function holidaysSentence({ before, after }: Extract<EntryFacts, { action: "holidays.saved" }>, who: string): string {
  const more = after.days.length - before.days.length;
  if (more === 0) return `${who} changed the holidays of the site ${quoted(after.site)}`;
  return `${who} ${more > 0 ? "added" : "removed"} ${countOf(Math.abs(more), "holiday")} ${more > 0 ? "to" : "from"} the site ${quoted(after.site)}`;
}

function scheduleOf({ schedule, hour }: Extract<EntryFacts, { action: "sheet.removed" }>["after"]): string {
  if (schedule === "daily") return `every day at ${String(hour ?? 0).padStart(2, "0")}:00`;
  return schedule === "hourly" ? "every hour" : "by hand";
}

type Run = Extract<EntryFacts, { action: "import.committed" }>["after"] | null;

function runName(noun: "import" | "export", run: Run): string {
  const number = run?.number === undefined ? `an ${noun}` : `${noun} ${run.number}`;
  const file = run?.file_name ? ` of ${quoted(run.file_name)}` : "";
  const rows = run?.rows === undefined ? "" : ` (${countOf(run.rows, "row")})`;
  return `${number}${file}${rows}`;
}

function describeUnknown({ action, actor, orderNumber, requestReference }: EntryWords): string {
  const about = [orderNumber, requestReference].filter(Boolean).join(", ");
  return `${actionLabel(action)} by ${actor?.name ?? "the system"}${about && ` (${about})`}`;
}

type DecisionFacts = Extract<EntryFacts, { action: "request.applied" }>["after"];

/** "Bo for Ann"; backups say so, because the rule did not name them. */
function decider(who: string, { on_behalf_of, basis }: DecisionFacts): string {
  if (on_behalf_of) return `${who} for ${on_behalf_of}`;
  return basis ? `${who} as ${basis === "admin" ? "backup admin" : "backup"}` : who;
}

function without(rejected: readonly number[] | undefined): string {
  return rejected?.length
    ? ` without ${rejected.length === 1 ? "change" : "changes"} ${joined(rejected.map(String))}`
    : "";
}

function because(note: string | null | undefined): string {
  return note ? `: ${quoted(note)}` : "";
}

/** The day in UTC: a sentence of the trail reads the same for everybody. The details have the moment. */
function dayOf(timestamp: string): string {
  return formatDate(timestamp.slice(0, 10));
}
