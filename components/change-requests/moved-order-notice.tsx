import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { describeAllMoved } from "@/lib/change-requests/describe-moved";
import type { RequestFlag } from "@/lib/change-requests/flag-queries";

type Props = { flags: readonly RequestFlag[]; timeZone: string };

/** What changed what a pending request asks about; whether it can still be written is said elsewhere. */
export function MovedOrderNotice({ flags, timeZone }: Props) {
  if (flags.length === 0) return null;
  const isImportOnly = flags.every(({ importNumber }) => importNumber !== null);
  return (
    <Notice title={isImportOnly ? "An import changed what this is about" : "The order moved under this request"}>
      <ul className="flex flex-col gap-0.5">
        {flags.map(({ id, importNumber, isUndo, by, at, moved }) => (
          <li key={id}>
            {importNumber === null
              ? `Marked by ${by}`
              : `Import ${importNumber}, ${isUndo ? "undone" : "committed"} by ${by}`}{" "}
            <RelativeTime at={at} timeZone={timeZone} />: {describeAllMoved(moved)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
