import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatTimestamp } from "@/lib/dates";
import { routes } from "@/lib/routes";

type Props = { org: string; earlier: { id: string; number: number; closedAt: string | null }; timeZone: string };

/** The very same file was imported before. That is allowed, and says something about the source's export. */
export function EarlierImportNotice({ org, earlier, timeZone }: Props) {
  return (
    <Notice className="mb-4" title="This is the same file as before">
      It was imported as <TextLink href={routes.importRun(org, earlier.id)}>import {earlier.number}</TextLink>
      {earlier.closedAt && ` on ${formatTimestamp(earlier.closedAt, timeZone)}`}. Only what changed in your orders since
      then can differ.
    </Notice>
  );
}
