import { TotalDifference } from "@/components/change-requests/total-difference";
import { ButtonLink } from "@/components/ui/button-link";
import type { ChangeView } from "@/lib/change-requests/change-view";

type Props = { views: readonly ChangeView[]; currency: string };

/** Where the panels aren't beside the lines, what is asked for stays in sight, with the way to send it. */
export function SendBar({ views, currency }: Props) {
  if (views.length === 0) return null;
  return (
    <div className="sticky bottom-16 z-10 flex items-center justify-between gap-3 rounded-xl border border-border bg-overlay px-4 py-2.5 shadow-lg lg:bottom-4 xl:hidden">
      <p className="min-w-0 text-sm wrap-anywhere">
        <span className="font-medium">
          {views.length} {views.length === 1 ? "change" : "changes"}
        </span>{" "}
        <TotalDifference changes={views} currency={currency} />
      </p>
      <ButtonLink href="#send" size="sm" variant="primary" className="shrink-0">
        Reason and send
      </ButtonLink>
    </div>
  );
}
