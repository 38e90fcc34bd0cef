import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { NoOrders } from "@/components/orders/no-orders";
import { OrderFilters } from "@/components/orders/order-filters";
import { OrderPages } from "@/components/orders/order-pages";
import { OrderSearchBox } from "@/components/orders/order-search-box";
import { OrderTable } from "@/components/orders/order-table";
import { Panel } from "@/components/ui/panel";
import { forPage, requireMember } from "@/lib/auth/gate";
import { todayIn } from "@/lib/dates";
import { readOrderSearch } from "@/lib/orders/order-search";
import { searchOrders } from "@/lib/orders/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Orders" };

export default async function OrdersPage({ params, searchParams }: PageProps<"/[org]/orders">) {
  const { db, member, org } = await requireMember((await params).org);
  const search = readOrderSearch(await searchParams);
  const today = todayIn(org.timeZone);
  const { rows, total } = await forPage(searchOrders(db, org.id, search, today));
  const exact = rows.find(({ orderNumber }) => orderNumber.toLowerCase() === search.query.toLowerCase());
  if (search.opensExactMatch && exact) redirect(routes.order(org.slug, exact.orderNumber));
  return (
    <>
      <PageHeader title="Orders" />
      <div className="mb-4 flex flex-col gap-3">
        <OrderSearchBox org={org.slug} search={search} />
        <OrderFilters org={org.slug} search={search} />
      </div>
      <Panel isFlush>
        {rows.length > 0 ? (
          <OrderTable org={org.slug} rows={rows} search={search} today={today} />
        ) : (
          <NoOrders org={org.slug} search={search} canImport={member.roles.includes("admin")} />
        )}
        <OrderPages org={org.slug} search={search} shown={rows.length} total={total} />
      </Panel>
    </>
  );
}
