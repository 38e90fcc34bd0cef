import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatTimestamp } from "@/lib/dates";
import type { LearnedReading } from "@/lib/imports/learned-reading";
import { routes } from "@/lib/routes";

type Props = { org: string; learned: LearnedReading; timeZone: string };

/** The file is read as one like it was before: which time, by whom, and where to go back to an earlier way. */
export function LearnedNotice({ org, learned, timeZone }: Props) {
  return (
    <Notice tone="success" title={`Read like “${learned.name}” before`}>
      Columns, formats and your answers are those of version {learned.version}, saved by {learned.savedBy} on{" "}
      {formatTimestamp(learned.savedAt, timeZone)}. What you change here becomes the next version once it is imported.{" "}
      <TextLink href={routes.importSources(org)}>See all versions</TextLink>
    </Notice>
  );
}
