import type { ReactNode } from "react";
import { MarkNote } from "@/components/fulfillment/mark-note";
import { TextLink } from "@/components/ui/text-link";
import { stagesLeft } from "@/lib/fulfillment/mark-stages";
import type { OrderMark } from "@/lib/fulfillment/order-mark";
import type { Order } from "@/lib/orders/order-view";
import { routes } from "@/lib/routes";

type Props = { org: { slug: string; timeZone: string }; order: Order; marks: readonly OrderMark[]; canMark: boolean };

/** By line id, what stands under its progress: its mark, and for the floor the way to make one. */
export function lineMarks({ org, order, marks, canMark }: Props): ReadonlyMap<string, ReactNode> {
  const markOf = new Map(marks.filter(({ isAhead }) => isAhead).map((mark) => [mark.lineId, mark]));
  return new Map(
    order.lines.flatMap(({ id, position, stage, isRemoved }) => {
      if (isRemoved) return [];
      const mark = markOf.get(id);
      const [next] = stagesLeft(stage);
      const href = canMark && next && routes.markProgress(org.slug, order.orderNumber, position);
      if (!mark && !href) return [];
      return [
        [
          id,
          <span key={id} className="flex flex-col gap-0.5 text-xs max-md:items-end">
            {mark && <MarkNote mark={mark} timeZone={org.timeZone} />}
            {href && (
              <TextLink href={href} data-print="hide">
                Mark as {next}…<span className="sr-only"> (line {position})</span>
              </TextLink>
            )}
          </span>,
        ],
      ];
    }),
  );
}
