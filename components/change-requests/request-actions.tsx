import { WithdrawForm } from "@/components/change-requests/withdraw-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DialogButton } from "@/components/ui/dialog-button";
import type { RequestRow } from "@/lib/change-requests/request-row";
import { routes } from "@/lib/routes";

type Props = { org: string; request: RequestRow; idempotencyKey: string };

/** What whoever asked can still do: revise what came back, withdraw what isn't decided, ask again for what came to nothing. */
export function RequestActions({ org, request, idempotencyKey }: Props) {
  const { id, reference, status, order_number } = request;
  const isReturned = status === "returned";
  if (["rejected", "expired", "refused", "withdrawn"].includes(status))
    return (
      <ButtonLink href={`${routes.changeOrder(org, order_number)}?again=${reference}`} variant="primary">
        Ask again
      </ButtonLink>
    );
  if (status !== "pending" && !isReturned) return null;
  return (
    <>
      <DialogButton trigger="Withdraw" title={`Withdraw ${reference}?`}>
        <WithdrawForm org={org} requestId={id} idempotencyKey={idempotencyKey} />
      </DialogButton>
      {isReturned && (
        <ButtonLink href={`${routes.changeOrder(org, order_number)}?request=${reference}`} variant="primary">
          Revise and send again
        </ButtonLink>
      )}
    </>
  );
}
