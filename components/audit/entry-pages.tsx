import { PaginationLinks } from "@/components/ui/pagination-links";
import { type AuditSearch, auditHref } from "@/lib/audit/audit-search";
import type { EntryPage } from "@/lib/audit/queries";

type Props = { org: string; search: AuditSearch; page: EntryPage };

/** Newer and older by seq, so that entries written meanwhile don't move the page. */
export function EntryPages({ org, search, page: { entries, hasNewer, hasOlder } }: Props) {
  const [newest, oldest] = [entries.at(0)?.seq, entries.at(-1)?.seq];
  if (newest === undefined || oldest === undefined) return null;
  const range = newest === oldest ? `Entry ${format(newest)}` : `Entries ${format(newest)} to ${format(oldest)}`;
  return (
    <PaginationLinks
      summary={`${range}, newest first`}
      previousHref={hasNewer ? auditHref(org, search, { after: newest }) : null}
      nextHref={hasOlder ? auditHref(org, search, { before: oldest }) : null}
    />
  );
}

function format(seq: number): string {
  return seq.toLocaleString("en-US");
}
