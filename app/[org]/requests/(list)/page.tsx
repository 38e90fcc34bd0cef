import type { Metadata } from "next";
import { NoRequests } from "@/components/change-requests/no-requests";
import { RequestFilters } from "@/components/change-requests/request-filters";
import { RequestPages } from "@/components/change-requests/request-pages";
import { RequestTable } from "@/components/change-requests/request-table";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { listMembers, listReasonNames, listRequests } from "@/lib/change-requests/queries";
import { readRequestSearch, requestQuery } from "@/lib/change-requests/request-filter";
import { searchFilter } from "@/lib/change-requests/search-filter";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Requests" };

export default async function RequestsPage({ params, searchParams }: PageProps<"/[org]/requests">) {
  const { db, member, org } = await requireMember((await params).org);
  const canRequest = member.roles.includes("requester");
  const search = readRequestSearch(await searchParams, canRequest);
  const isMine = search.view === "mine";
  const filter = searchFilter(search, { memberId: member.id, timeZone: org.timeZone });
  const [{ rows, total }, people, reasons] = await forPage(
    Promise.all([listRequests(db, org.id, filter, search.page), listMembers(db, org.id), listReasonNames(db, org.id)]),
  );
  return (
    <>
      <PageHeader title="Requests" />
      <RequestFilters org={org.slug} search={search} people={people} reasons={reasons} />
      <Panel isFlush>
        {rows.length > 0 ? (
          <RequestTable org={org} rows={rows} showsRequester={!isMine} />
        ) : (
          <NoRequests org={org.slug} search={search} canRequest={canRequest} />
        )}
        <RequestPages
          page={search.page}
          total={total}
          shown={rows.length}
          path={routes.requests(org.slug)}
          query={requestQuery(search)}
        />
      </Panel>
    </>
  );
}
