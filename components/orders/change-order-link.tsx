import { PencilLine } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

type Props = { org: string; orderNumber: string; isRequester: boolean };

export function ChangeOrderLink({ org, orderNumber, isRequester }: Props) {
  if (!isRequester) return <p className="text-xs text-muted">Asking for changes needs the requester role.</p>;
  return (
    <ButtonLink href={routes.changeOrder(org, orderNumber)} variant="primary">
      <PencilLine aria-hidden /> Request a change
    </ButtonLink>
  );
}
