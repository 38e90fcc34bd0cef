import { ReasonRow } from "@/components/settings/reason-row";
import { Panel } from "@/components/ui/panel";
import type { Reason } from "@/lib/settings/queries";

type Props = { org: string; reasons: readonly Reason[] };

/** What the request form offers, in its order, and what it no longer offers. */
export function ReasonList({ org, reasons }: Props) {
  const active = reasons.filter((reason) => reason.active);
  const retired = reasons.filter((reason) => !reason.active);
  return (
    <>
      <Panel title="Offered on the request form" aside={`${active.length} in this order`} isFlush>
        <ul className="divide-y divide-separator">
          {active.map((reason, at) => (
            <ReasonRow
              key={reason.code}
              org={org}
              reason={reason}
              isFirst={at === 0}
              isLast={at === active.length - 1}
            />
          ))}
        </ul>
      </Panel>
      {retired.length > 0 && (
        <Panel title="No longer offered" aside="Requests that used them keep them" isFlush>
          <ul className="divide-y divide-separator">
            {retired.map((reason) => (
              <ReasonRow key={reason.code} org={org} reason={reason} isFirst isLast />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
