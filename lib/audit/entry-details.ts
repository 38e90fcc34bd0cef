import type { AuditEntry } from "@/lib/audit/entry";
import { readFacts } from "@/lib/audit/entry-facts";
import { nounOfKind, stageName } from "@/lib/audit/phrases";
import { describeChange } from "@/lib/change-requests/describe-change";
import { describeProblem } from "@/lib/change-requests/describe-problem";
import type { Problem } from "@/lib/change-requests/problem";
import { readChange } from "@/lib/change-requests/read-change";

/** One line under the sentence. `before` is null where there is nothing to compare with. */
export type EntryDetail = { label: string; before: string | null; after: string };

/** What the sentence leaves out: reason and note in full, each change and each problem, or the fields that differ. */
export function entryDetails(entry: AuditEntry): EntryDetail[] {
  const facts = readFacts(entry);
  switch (facts?.action) {
    case "request.submitted":
    case "request.resubmitted":
      return [said("Reason", facts.after.reason), ...changeDetails(facts.after.changes, entry)].flat();
    case "request.applied":
    case "request.step_approved":
    case "request.reassigned":
    case "request.rejected":
    case "request.returned":
      return said("Note", facts.after.note);
    case "request.expired":
      return problemDetails(facts.after.problems, entry);
    case "order.changed":
      return changeDetails(facts.after.changes, entry);
    case "order.mark_taken_back":
      return said("Note", facts.after.note);
    case "order.mark_refused":
      return [...said("Note", facts.after.note), ...problemDetails(facts.after.problems, entry)];
    case "order.marked":
      return (facts.after.lines ?? []).map(({ line, sku, stage }) => ({
        label: `Line ${line} · ${sku}`,
        before: typeof stage === "string" ? stageName(stage) : null,
        after: stageName(facts.after.stage),
      }));
    case "check.refused":
      return [
        said("Reason", facts.after.reason),
        said("Note", facts.after.note),
        problemDetails(facts.after.problems, entry),
        changeDetails(facts.after.changes ?? [], entry),
      ].flat();
    // All the rules as they stood are in the entry too; the versions under Settings say them in words.
    case "setup.applied":
      return said("Answered", facts.after.answered?.map(spelled).join(", "));
    case "request.withdrawn":
    case "change.acknowledged":
    case "change.unacknowledged":
    case "request.commented":
    case "request.reminded":
    case "request.escalated":
      return [];
    case "lock_table.saved":
      return facts.after.changes.map(({ kind, stage, is_locked }) => ({
        label: `${nounOfKind(kind)}, ${stageName(stage)}`,
        before: is_locked ? "open" : "locked",
        after: is_locked ? "locked" : "open",
      }));
    default:
      return differences(entry.before, entry.after);
  }
}

/** Attempts that were stopped before the order was read keep the changes as they were sent, without a before: they are left out. */
function changeDetails(changes: readonly unknown[], { currency }: AuditEntry): EntryDetail[] {
  return changes.flatMap((change) => {
    const stored = readChange(change);
    if (!stored) return [];
    const { subject, from, to, difference } = describeChange(stored, currency ?? "USD");
    return { label: subject, before: from || null, after: difference ? `${to} (${difference})` : to };
  });
}

/** Each sentence once. "12 minutes ago" in it counts from the entry, not from whoever reads it. */
function problemDetails(problems: readonly Record<string, unknown>[], { at }: AuditEntry): EntryDetail[] {
  const sentences = problems.map((problem) => {
    const code = typeof problem.code === "string" ? problem.code : "unknown";
    return describeProblem({ ...(problem as Problem), code }, new Date(at));
  });
  return [...new Set(sentences)].map((after) => ({ label: "Check", before: null, after }));
}

function said(label: string, text: string | null | undefined): EntryDetail[] {
  return text ? [{ label, before: null, after: text }] : [];
}

/** The fields that differ between two records, or all of them where there was none before. */
function differences(before: unknown, after: unknown): EntryDetail[] {
  const [was, is] = [flat(before), flat(after)];
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((name) => was[name] !== is[name]);
  return names.map((name) => ({
    label: spelled(name),
    before: before === null ? null : (was[name] ?? "none"),
    after: is[name] ?? "none",
  }));
}

/** { counts: { rows: 3 } } → { "counts.rows": "3" }: nested facts become lines of their own. */
function flat(value: unknown, prefix = ""): Record<string, string> {
  if (value === null || value === undefined) return prefix ? { [prefix]: "none" } : {};
  if (Array.isArray(value) && value.every((one) => typeof one !== "object"))
    return { [prefix]: value.join(", ") || "none" };
  if (typeof value !== "object")
    return { [prefix]: typeof value === "boolean" ? (value ? "yes" : "no") : String(value) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => Object.entries(flat(inner, prefix ? `${prefix}.${name}` : name))),
  );
}

function spelled(name: string): string {
  const words = name.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
