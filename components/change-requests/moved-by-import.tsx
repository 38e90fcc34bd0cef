import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { describeAllMoved } from "@/lib/change-requests/describe-moved";
import type { RequestFlag } from "@/lib/change-requests/flag-queries";

type Props = { flags: readonly RequestFlag[]; timeZone: string };

/** Which imports changed what a pending request asks about; whether it can still be written is said elsewhere. */
export function MovedByImport({ flags, timeZone }: Props) {
  if (flags.length === 0) return null;
  return (
    <Notice title="An import changed what this is about">
      <ul className="flex flex-col gap-0.5">
        {flags.map(({ importNumber, isUndo, by, at, moved }) => (
          <li key={`${importNumber} ${isUndo}`}>
            Import {importNumber}, {isUndo ? "undone" : "committed"} by {by}{" "}
            <RelativeTime at={at} timeZone={timeZone} />: {describeAllMoved(moved)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
