import { Notice } from "@/components/ui/notice";

export type WaitingRequest = { reference: string; requester: string; asks: string; lineIds: readonly string[] };

/** Before something is marked: who is waiting for a decision that could not be written any more. */
export function LockedOutNotice({ requests }: { requests: readonly WaitingRequest[] }) {
  if (requests.length === 0)
    return <p className="text-sm text-muted">Nobody is waiting for a change to this. It is locked from then on.</p>;
  return (
    <Notice
      tone="warning"
      title={
        requests.length === 1
          ? "One request is waiting. Marking this locks it out:"
          : `${requests.length} requests are waiting. Marking this locks them out:`
      }
    >
      <ul className="flex flex-col gap-1">
        {requests.map(({ reference, requester, asks }) => (
          <li key={reference} className="wrap-anywhere">
            <span className="font-medium">{reference}</span> by {requester}: {asks}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted">What can no longer be written expires, and whoever asked is told at once.</p>
    </Notice>
  );
}
