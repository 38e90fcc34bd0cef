"use client";

import { cn, inputVariants } from "@heroui/styles";

type Props = {
  label: string;
  value: string;
  min: string;
  isChanged: boolean;
  /** The date is not its own: it is the order's. */
  isInherited?: boolean;
  error?: string;
  describedBy: string;
  onChange: (date: string) => void;
};

/** A calendar date in a row, in the browser's own picker. */
export function CellDate({ label, value, min, isChanged, isInherited, error, describedBy, onChange }: Props) {
  return (
    <input
      type="date"
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
      min={min}
      max="2099-12-31"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cn(
        inputVariants({ fullWidth: true }),
        "h-9 px-2.5 text-sm",
        error ? "border-danger" : isChanged && "border-accent font-medium",
        (!value || isInherited) && !isChanged && "text-muted",
      )}
    />
  );
}
