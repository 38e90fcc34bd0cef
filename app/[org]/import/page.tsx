import type { Metadata } from "next";
import { ImportHistory } from "@/components/imports/import-history";
import { PageHeader } from "@/components/layout/page-header";
import { SheetList } from "@/components/sheets/sheet-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PaginationLinks } from "@/components/ui/pagination-links";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listLearnedReadings } from "@/lib/imports/learned-readings";
import { IMPORTS_PER_PAGE, listImports } from "@/lib/imports/queries";
import { pageNumber, pageSummary } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { listSheets } from "@/lib/sheets/queries";
import { StartImport } from "./start-import";

/** A saved sheet is read and compared within one click. */
export const maxDuration = 300;

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params, searchParams }: PageProps<"/[org]/import">) {
  const { db, org } = await requireMember((await params).org, "admin");
  const { page: pageParam, link } = await searchParams;
  const page = pageNumber(pageParam);
  const [{ imports, total }, learned, sheets] = await forPage(
    Promise.all([listImports(db, org.id, page), listLearnedReadings(db, org.id), listSheets(db, org.id)]),
  );
  const hrefOf = (other: number) => `${routes.import(org.slug)}?page=${other}`;
  return (
    <>
      <PageHeader
        title="Import"
        description="Bring your open orders in. Files update orders and lines; they never delete any."
        actions={
          learned.length > 0 && <ButtonLink href={routes.importSources(org.slug)}>How files are read</ButtonLink>
        }
      />
      <StartImport
        org={org.slug}
        timeZone={org.timeZone}
        learned={learned}
        link={typeof link === "string" ? link.slice(0, 2_000) : undefined}
      />
      <SheetList org={org.slug} timeZone={org.timeZone} sheets={sheets} />
      <Panel title="Earlier imports" isFlush className="mt-8">
        <ImportHistory org={org.slug} imports={imports} timeZone={org.timeZone} />
        {total > IMPORTS_PER_PAGE && (
          <PaginationLinks
            summary={pageSummary(page, IMPORTS_PER_PAGE, imports.length, total)}
            previousHref={page > 1 ? hrefOf(page - 1) : null}
            nextHref={page * IMPORTS_PER_PAGE < total ? hrefOf(page + 1) : null}
          />
        )}
      </Panel>
    </>
  );
}
