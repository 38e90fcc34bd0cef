import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";

type Props = {
  revision: { decider: string | null; decidedAt: string | null; note: string | null };
  timeZone: string;
};

/** Why the request came back, in the approver's own words. */
export function ReturnedNote({ revision: { decider, decidedAt, note }, timeZone }: Props) {
  return (
    <Notice
      tone="warning"
      className="mb-4"
      title={
        <>
          {decider ?? "The approver"} sent it back {decidedAt && <RelativeTime at={decidedAt} timeZone={timeZone} />}
        </>
      }
    >
      {note && <p className="whitespace-pre-line break-words">{note}</p>}
    </Notice>
  );
}
