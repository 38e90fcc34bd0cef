import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  /** "1–50 of 312", "50 requests". */
  summary: string;
  previousHref: string | null;
  nextHref: string | null;
};

/** Back and forth through a list whose place is in the URL. */
export function PaginationLinks({ summary, previousHref, nextHref }: Props) {
  return (
    <nav
      aria-label="Pages"
      data-print="hide"
      className="flex items-center justify-between gap-3 px-4 py-2 text-xs text-muted"
    >
      <p className="tabular-nums">{summary}</p>
      <div className="flex gap-1">
        {previousHref && (
          <ButtonLink href={previousHref} size="sm" rel="prev">
            <ChevronLeft aria-hidden /> Previous
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} size="sm" rel="next">
            Next <ChevronRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
