import { Skeleton } from "@heroui/react";

type Props = { rows?: number; label?: string };

/** Holds a table's place while it loads, so that nothing jumps. */
export function TableSkeleton({ rows = 8, label = "Loading" }: Props) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a placeholder have no other identity
        <div key={row} className="flex gap-4">
          <Skeleton className="h-4 w-24 rounded-md" />
          <Skeleton className="h-4 grow rounded-md" />
          <Skeleton className="h-4 w-16 rounded-md" />
        </div>
      ))}
    </div>
  );
}
