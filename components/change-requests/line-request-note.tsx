import { Inbox } from "lucide-react";
import { TextLink } from "@/components/ui/text-link";
import type { ChangeView } from "@/lib/change-requests/change-view";
import { describeChange } from "@/lib/change-requests/describe-change";
import { routes } from "@/lib/routes";

type Props = { org: string; reference: string; requester: string; change: ChangeView; currency: string };

/** On a line of an order: somebody already asks for this. */
export function LineRequestNote({ org, reference, requester, change, currency }: Props) {
  return (
    <span className="flex items-start gap-1.5 text-xs">
      <Inbox aria-hidden className="mt-0.5 size-3 shrink-0 text-accent-soft-foreground" />
      <span>
        {requester} asked: {describeChange(change, currency).sentence} ·{" "}
        <TextLink href={routes.request(org, reference)}>{reference}</TextLink>
      </span>
    </span>
  );
}
