import type { OrderLine } from "@/lib/orders/order-view";
import { compareQuantities, formatQuantity, toMillionths } from "@/lib/quantity";

type Props = { line: Pick<OrderLine, "ordered" | "picked" | "packed" | "shipped" | "invoiced"> };

const steps = ["picked", "packed", "shipped", "invoiced"] as const;
const shades = ["bg-warning/45", "bg-warning/75", "bg-warning"];

/** How far a line is: a bar of what is picked, packed and shipped inside each other, and the numbers. */
export function LineProgress({ line }: Props) {
  const known = steps.flatMap((step) => (line[step] === null ? [] : [{ step, quantity: line[step] }]));
  if (known.length === 0) return <span className="text-muted">not reported</span>;
  const begun = known.filter(({ quantity }) => compareQuantities(quantity, "0") > 0);
  return (
    <span className="flex min-w-28 flex-col gap-1 max-md:items-end">
      <span
        aria-hidden
        className="relative block h-1.5 w-full max-w-36 overflow-hidden rounded-full bg-default max-md:w-36"
      >
        {steps.slice(0, 3).map((step, index) => (
          <span
            key={step}
            className={`absolute inset-y-0 left-0 ${shades[index]}`}
            style={{ width: `${share(line[step], line.ordered)}%` }}
          />
        ))}
      </span>
      <span className="text-xs text-muted tabular-nums">
        {begun.length === 0
          ? `none ${known[0]?.step}`
          : begun.map(({ step, quantity }) => `${formatQuantity(quantity)} ${step}`).join(" · ")}
      </span>
    </span>
  );
}

function share(part: string | null, whole: string): number {
  if (part === null || compareQuantities(whole, "0") <= 0) return 0;
  return Math.min(100, Number((toMillionths(part) * 100n) / toMillionths(whole)));
}
