import { FileClock } from "lucide-react";
import type { Metadata } from "next";
import { SourceVersions } from "@/components/imports/source-versions";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listImportSources } from "@/lib/imports/learned-readings";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "How files are read" };

export default async function ImportSourcesPage({ params }: PageProps<"/[org]/import/sources">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const sources = await forPage(listImportSources(db, org.id));
  return (
    <>
      <PageHeader
        back={{ label: "Import", href: routes.import(org.slug) }}
        title="How files are read"
        description="What each import taught: the meaning of columns and the answers to questions. The next file with the same columns is read like the version in use."
      />
      {sources.length === 0 && (
        <EmptyState
          Icon={FileClock}
          title="Nothing was imported yet"
          actions={<ButtonLink href={routes.import(org.slug)}>Import a file</ButtonLink>}
        >
          The first committed import makes version 1 of its file.
        </EmptyState>
      )}
      <div className="flex flex-col gap-6">
        {sources.map((source) => (
          <SourceVersions key={source.id} org={org.slug} timeZone={org.timeZone} source={source} />
        ))}
      </div>
    </>
  );
}
