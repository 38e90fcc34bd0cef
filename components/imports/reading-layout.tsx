import { describeLayout, describeRows } from "@/lib/imports/describe-reading";
import type { Examination } from "@/lib/imports/examine";
import type { OpenedFile } from "@/lib/imports/import-protocol";

type Props = { file: OpenedFile; examination: Examination };

/** How rows become order lines, in sentences that name what in the file says so; and where each row went. */
export function ReadingLayout({ file, examination }: Props) {
  const sentences = describeLayout(file, examination);
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4 text-sm text-pretty wrap-anywhere marker:text-muted">
      {[...sentences, describeRows(examination.rows)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
