import { cn } from "@heroui/styles";
import { Check, Lock } from "lucide-react";
import { TextLink } from "@/components/ui/text-link";
import { lockSentence } from "@/lib/orders/lock-sentences";
import { orderKindSentence } from "@/lib/orders/order-lock-sentences";
import type { LockCode, OrderLocks } from "@/lib/orders/order-view";
import { formatQuantity } from "@/lib/quantity";
import { routes } from "@/lib/routes";
import type { KindAnswer, SimulatedOrder as Simulated, SimulatedLine } from "@/lib/settings/lock-simulation";
import { kindLabel } from "@/lib/settings/lock-table";

type Props = {
  org: string;
  order: Simulated;
  /** The answers are those of a table nobody has saved. */
  hasEdits: boolean;
  requesters: number;
  approvers: number;
  stageLabels: Record<string, string>;
};

/** What could be changed on one order, kind by kind and line by line, by whom, and why not. */
export function SimulatedOrder({ org, order, hasEdits, requesters, approvers, stageLabels }: Props) {
  const left = order.line_count - order.lines.length;
  return (
    <section aria-label={`What could be changed on ${order.order_number}`} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <TextLink href={routes.order(org, order.order_number)}>{order.order_number}</TextLink>
        <span>{order.customer}</span>
        <span className="text-muted">
          {stageLabels[order.stage]}
          {order.status_word && ` (“${order.status_word}”)`}
          {hasEdits ? " · with your unsaved edits" : " · with the table as it is saved"}
        </span>
      </header>
      <p className="text-sm text-muted">
        {people(requesters, "requester")} may ask for what is possible; each of {people(approvers, "approver")} may
        decide it, but nobody what they asked for.
      </p>
      <ul className="divide-y divide-separator rounded-lg border border-border">
        <li className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm md:grid-cols-[12rem_1fr]">
          <span className="font-medium">The order</span>
          <Answers
            answers={order.kinds}
            reason={(code, kind) => orderKindSentence(kind as keyof OrderLocks, code, order)}
          />
        </li>
        {order.lines.map((line) => (
          <li key={line.id} className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm md:grid-cols-[12rem_1fr]">
            <span className="min-w-0 wrap-anywhere">
              <span className="text-muted">{line.position} · </span>
              <span className="font-medium">{line.sku}</span>
              <span className="block text-xs text-muted">{progressOf(line, stageLabels)}</span>
            </span>
            <Answers answers={line.kinds} reason={(code) => lockSentence(code, line)} />
          </li>
        ))}
      </ul>
      {left > 0 && <p className="text-xs text-muted">and {left.toLocaleString("en-US")} more lines</p>}
    </section>
  );
}

type AnswersProps = { answers: readonly KindAnswer[]; reason: (code: LockCode, kind: KindAnswer["kind"]) => string };

/** What is possible as marks, what isn't with its reason; what the edits would turn around is marked. */
function Answers({ answers, reason }: AnswersProps) {
  const reasons = new Map<string, KindAnswer["kind"][]>();
  for (const { kind, draft } of answers) {
    if (!draft) continue;
    const sentence = reason(draft, kind);
    reasons.set(sentence, [...(reasons.get(sentence) ?? []), kind]);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <ul className="flex flex-wrap gap-1.5">
        {answers.map(({ kind, now, draft }) => (
          <li
            key={kind}
            className={cn(
              "inline-flex items-center gap-1 rounded-md border px-1.5 py-0.5 text-xs",
              draft === null ? "border-success/40 text-success-soft-foreground" : "border-border text-muted",
              (now === null) !== (draft === null) && "bg-accent-soft font-medium",
            )}
          >
            {draft === null ? <Check aria-hidden className="size-3" /> : <Lock aria-hidden className="size-3" />}
            {kindLabel(kind)}
            <span className="sr-only">{draft === null ? ": possible" : ": locked"}</span>
            {(now === null) !== (draft === null) && <span>{draft === null ? "(opens)" : "(locks)"}</span>}
          </li>
        ))}
      </ul>
      {[...reasons].map(([sentence, kinds]) => (
        <p key={sentence} className="text-xs text-muted text-pretty">
          {reasons.size > 1 && `${kinds.map(kindLabel).join(", ")}: `}
          {sentence}
        </p>
      ))}
    </div>
  );
}

function progressOf({ ordered, floor, stage }: SimulatedLine, stageLabels: Record<string, string>): string {
  const picked = floor === "0" ? "" : ` · ${formatQuantity(floor)} of it begun`;
  return `${stageLabels[stage]} · ${formatQuantity(ordered)} ordered${picked}`;
}

function people(count: number, role: string): string {
  return `${count.toLocaleString("en-US")} ${role}${count === 1 ? "" : "s"}`;
}
