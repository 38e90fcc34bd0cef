import { PackageSearch } from "lucide-react";
import { EmptyState } from "@/components/layout/empty-state";
import { ButtonLink } from "@/components/ui/button-link";
import { hasFilters, type OrderSearch, orderSearchHref } from "@/lib/orders/order-search";
import { routes } from "@/lib/routes";

type Props = { org: string; search: OrderSearch; canImport: boolean };

/** The list without rows: a search that found nothing keeps its words and says what to try, else there are no orders yet. */
export function NoOrders({ org, search, canImport }: Props) {
  const isNarrowed = hasFilters(search);
  if (!search.query && !isNarrowed) {
    return (
      <EmptyState
        Icon={PackageSearch}
        title="There are no orders yet"
        actions={
          canImport && (
            <ButtonLink href={routes.import(org)} variant="primary">
              Import open orders
            </ButtonLink>
          )
        }
      >
        {canImport
          ? "Import the open orders as a CSV file from your order system."
          : "They appear here as soon as an admin has imported the open orders."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={PackageSearch}
      title={search.query ? `Nothing matches “${search.query}”` : "No order matches these filters"}
      actions={
        isNarrowed && (
          <ButtonLink href={orderSearchHref(org, search, { stages: null, ships: null, hasOpenRequests: false })}>
            {search.query ? "Search in all orders" : "Show all orders"}
          </ButtonLink>
        )
      }
    >
      {search.query
        ? `Every word must occur in the order number, customer, PO or a SKU. Try fewer words or a part of the number${isNarrowed ? ", or search without the filters" : ""}.`
        : "Take a filter away to see more."}
    </EmptyState>
  );
}
