import { cn } from "@heroui/styles";
import { Check } from "lucide-react";

const STEPS = ["File", "Columns", "Upload", "Check", "Done"] as const;

type Props = { current: (typeof STEPS)[number] };

/** Where an import stands on its way. */
export function ImportSteps({ current }: Props) {
  const at = STEPS.indexOf(current);
  return (
    <ol
      aria-label="Steps of the import"
      data-print="hide"
      className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs"
    >
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={cn("flex items-center gap-1.5", index === at ? "font-semibold" : "text-muted")}
        >
          {index > 0 && <span aria-hidden className="mr-0.5 hidden h-px w-6 bg-border sm:block" />}
          <span
            aria-hidden
            className={cn(
              "grid size-5 place-items-center rounded-full border text-[0.6875rem] tabular-nums",
              index === at ? "border-accent bg-accent text-accent-foreground" : "border-border",
            )}
          >
            {index < at ? <Check className="size-3" /> : index + 1}
          </span>
          {step}
          {index < at && <span className="sr-only">(finished)</span>}
        </li>
      ))}
    </ol>
  );
}
