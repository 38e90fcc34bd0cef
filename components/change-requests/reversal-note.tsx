import { Undo2 } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { whyIrreversible } from "@/lib/change-requests/reverse-changes";
import { routes } from "@/lib/routes";

type Props = { org: string; request: RequestRow; isRequester: boolean };

/** What it puts back, what puts it back, and the way to have it put back. Nothing where none of that is. */
export function ReversalNote({ org, request, isRequester }: Props) {
  const { reference, reverses, undone_by, status, changes, order_number } = request;
  const why = whyIrreversible(changes);
  const canAsk = status === "applied" && !undone_by && isRequester;
  if (!reverses && !undone_by && !canAsk) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-border bg-surface px-4 py-3 text-sm">
      <Undo2 aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 grow flex-col gap-0.5 text-pretty">
        {reverses && (
          <p>
            Undoes <TextLink href={routes.request(org, reverses)}>{reverses}</TextLink>.
          </p>
        )}
        {undone_by && (
          <p>
            {undone_by.status === "applied" ? "Undone by" : "Somebody asks to undo it:"}{" "}
            <TextLink href={routes.request(org, undone_by.reference)}>{undone_by.reference}</TextLink>
            {undone_by.status !== "applied" && ", not decided yet"}.
          </p>
        )}
        {canAsk && <p className="text-muted">{why ?? "Was it a mistake? Ask for the values from before."}</p>}
      </div>
      {canAsk && !why && (
        <ButtonLink href={`${routes.changeOrder(org, order_number)}?undo=${reference}`} size="sm">
          Undo this change
        </ButtonLink>
      )}
    </div>
  );
}
