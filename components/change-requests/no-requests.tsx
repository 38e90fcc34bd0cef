import { Inbox } from "lucide-react";
import { EmptyState } from "@/components/layout/empty-state";
import { ButtonLink } from "@/components/ui/button-link";
import { isNarrowed, type RequestSearch } from "@/lib/change-requests/request-filter";
import { routes } from "@/lib/routes";

type Props = { org: string; search: RequestSearch; canRequest: boolean };

/** An empty list: nothing asked yet, or nothing that fits the filters. */
export function NoRequests({ org, search, canRequest }: Props) {
  if (isNarrowed(search)) {
    return (
      <EmptyState
        Icon={Inbox}
        title="No request fits these filters"
        actions={<ButtonLink href={`${routes.requests(org)}?view=${search.view}`}>Clear the filters</ButtonLink>}
      >
        {search.query && <>Nothing was found for “{search.query}”. </>}
        {search.view === "mine" && "Only your own requests are searched here."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={Inbox}
      title={search.view === "mine" ? "You haven't asked for a change yet" : "Nobody has asked for a change yet"}
      actions={canRequest && <ButtonLink href={routes.orders(org)}>Find an order</ButtonLink>}
    >
      A request starts on an order: find it, change its lines and send.
    </EmptyState>
  );
}
