import type { Metadata } from "next";
import { ExportForm } from "@/components/exports/export-form";
import { ExportHistory } from "@/components/exports/export-history";
import { WaitingUpdates } from "@/components/exports/waiting-updates";
import { PageHeader } from "@/components/layout/page-header";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { EXPORTS_PER_PAGE, listExports, listWaitingUpdates } from "@/lib/exports/queries";
import { pageNumber, pageSummary } from "@/lib/page-number";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Export" };

export default async function ExportPage({ params, searchParams }: PageProps<"/[org]/export">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const page = pageNumber((await searchParams).page);
  const [waiting, { exports, total }] = await forPage(
    Promise.all([listWaitingUpdates(db, org.id), listExports(db, org.id, page)]),
  );
  const hrefOf = (other: number) => `${routes.export(org.slug)}?page=${other}`;
  return (
    <>
      <PageHeader
        title="Export"
        description="Bring approved changes back to the source system, in the columns, order and formats its own file had. Each change is exported once."
      />
      <Panel title="Since the last export">
        <div className="flex flex-col gap-4">
          <WaitingUpdates org={org.slug} {...waiting} />
          <ExportForm org={org.slug} requestKey={crypto.randomUUID()} waiting={waiting.total} />
        </div>
      </Panel>
      <Panel title="Earlier exports" isFlush className="mt-4">
        <ExportHistory org={org.slug} exports={exports} timeZone={org.timeZone} />
        {total > EXPORTS_PER_PAGE && (
          <PaginationLinks
            summary={pageSummary(page, EXPORTS_PER_PAGE, exports.length, total)}
            previousHref={page > 1 ? hrefOf(page - 1) : null}
            nextHref={page * EXPORTS_PER_PAGE < total ? hrefOf(page + 1) : null}
          />
        )}
      </Panel>
    </>
  );
}
