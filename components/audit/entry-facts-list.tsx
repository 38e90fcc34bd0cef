import { ArrowRight } from "lucide-react";
import type { EntryDetail } from "@/lib/audit/entry-details";

/** Enough to read; a download has everything. */
const MOST = 100;

/** The lines under a sentence: what it is about, before, and after. */
export function EntryFactsList({ details }: { details: readonly EntryDetail[] }) {
  if (details.length === 0) return null;
  const left = details.length - MOST;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(7rem,auto)_1fr]">
      {details.slice(0, MOST).map(({ label, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same; the list never moves
        <div key={index} className="contents">
          <dt className="text-muted max-sm:-mb-2">{label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-wrap">
            {before !== null && (
              <>
                <span className="text-muted">{before}</span>
                <ArrowRight
                  role="img"
                  aria-label="became"
                  className="mx-1.5 inline size-3.5 align-[-0.125em] text-muted"
                />
              </>
            )}
            {after}
          </dd>
        </div>
      ))}
      {left > 0 && <dd className="text-muted sm:col-span-2">and {left.toLocaleString("en-US")} more</dd>}
    </dl>
  );
}
