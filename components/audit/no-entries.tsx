import { ScrollText } from "lucide-react";
import { EmptyState } from "@/components/layout/empty-state";
import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

/** The filters leave nothing, or the place in the address is past the end. */
export function NoEntries({ org }: { org: string }) {
  return (
    <EmptyState
      Icon={ScrollText}
      title="No entry matches"
      actions={<ButtonLink href={routes.audit(org)}>Show all entries</ButtonLink>}
    >
      Order numbers have to match exactly as they are written on the order. Check the number, or widen the dates.
    </EmptyState>
  );
}
