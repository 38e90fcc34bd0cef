import { Braces, Download } from "lucide-react";
import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/audit-filters";
import { DownloadLink } from "@/components/audit/download-link";
import { EntryList } from "@/components/audit/entry-list";
import { EntryPages } from "@/components/audit/entry-pages";
import { NoEntries } from "@/components/audit/no-entries";
import { VerifyForm } from "@/components/audit/verify-form";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { readAuditSearch } from "@/lib/audit/audit-search";
import { listActors, listEntries, resolveSearch } from "@/lib/audit/queries";
import { forPage, requireMember } from "@/lib/auth/gate";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ params, searchParams }: PageProps<"/[org]/audit">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const search = readAuditSearch(await searchParams);
  const [filter, people] = await forPage(Promise.all([resolveSearch(db, org, search), listActors(db, org.id)]));
  const page = filter ? await forPage(listEntries(db, org.id, filter, search)) : null;
  return (
    <>
      <PageHeader
        title="Audit"
        description="Everything that was asked, checked, decided and written. Entries are never changed or removed."
        actions={
          <>
            <DownloadLink org={org.slug} search={search} format="csv" Icon={Download} />
            <DownloadLink org={org.slug} search={search} format="json" Icon={Braces} />
          </>
        }
      />
      <Panel className="mb-4">
        <VerifyForm org={org.slug} timeZone={org.timeZone} />
      </Panel>
      <div className="mb-4">
        <AuditFilters org={org.slug} search={search} people={people} />
      </div>
      <Panel isFlush className="overflow-hidden">
        <h2 className="sr-only">Entries</h2>
        {page && page.entries.length > 0 ? (
          <>
            <EntryList entries={page.entries} org={org.slug} timeZone={org.timeZone} />
            <EntryPages org={org.slug} search={search} page={page} />
          </>
        ) : (
          <NoEntries org={org.slug} />
        )}
      </Panel>
    </>
  );
}
