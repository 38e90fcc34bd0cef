import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { routes } from "@/lib/routes";
import type { LockSimulation } from "@/lib/settings/lock-simulation";
import { kindLabel } from "@/lib/settings/lock-table";

type Props = { org: string; simulation: LockSimulation; stageLabels: Record<string, string> };

/** What saving the edits would do to the orders that are open right now. */
export function SimulatedEffect({ org, simulation: { orders }, stageLabels }: Props) {
  const { locked, opened, examples } = orders;
  const parts = [
    locked > 0 && `${countOrders(locked)} would be locked`,
    opened > 0 && `${countOrders(opened)} would be opened`,
  ];
  const sentence = parts.filter(Boolean).join(", ");
  return (
    <Notice
      tone={locked > 0 ? "warning" : "info"}
      isAnnounced
      title={sentence ? `${sentence} by these edits` : "No open order answers otherwise with these edits"}
    >
      {examples.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1">
          {examples.map((example) => (
            <li key={example.order_number} className="wrap-anywhere">
              <TextLink href={routes.order(org, example.order_number)}>{example.order_number}</TextLink>{" "}
              <span className="text-muted">
                {example.customer} · {stageLabels[example.stage]}
              </span>
              {example.locked.length > 0 && <span> · locked: {example.locked.map(inSentence).join(", ")}</span>}
              {example.opened.length > 0 && <span> · opened: {example.opened.map(inSentence).join(", ")}</span>}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function countOrders(count: number): string {
  return `${count.toLocaleString("en-US")} open ${count === 1 ? "order" : "orders"}`;
}

function inSentence(kind: Parameters<typeof kindLabel>[0]): string {
  return kindLabel(kind).toLowerCase();
}
