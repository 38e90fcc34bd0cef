import { ExportRequests } from "@/components/exports/export-requests";
import type { ExportedRequest } from "@/lib/exports/export-view";

type Props = { org: string; requests: ExportedRequest[]; total: number };

/** What the next updates export will tell the source system. */
export function WaitingUpdates({ org, requests, total }: Props) {
  if (total === 0) {
    return (
      <p className="text-sm text-muted">
        No approved change is waiting: the source system knows everything. You can still export all open orders.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>
        <strong className="font-semibold tabular-nums">{total.toLocaleString("en-US")}</strong> approved{" "}
        {total === 1 ? "request is" : "requests are"} not in the source system yet:
      </p>
      <ExportRequests org={org} requests={requests} total={total} />
    </div>
  );
}
