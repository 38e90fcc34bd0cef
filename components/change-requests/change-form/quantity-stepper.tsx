"use client";

import { cn } from "@heroui/styles";
import { Minus, Plus } from "lucide-react";
import type { KeyboardEvent } from "react";
import { addQuantities, compareQuantities, isQuantity, normalizeQuantity, subtractQuantities } from "@/lib/quantity";

type Props = {
  /** "Quantity of line 3, WIDGET-9". */
  label: string;
  value: string;
  /** Steps stop here; typing may go below and is then told why not. */
  floor: string;
  unit?: string | null;
  isChanged: boolean;
  error?: string;
  /** The id of what is said about this field elsewhere in the row. */
  describedBy: string;
  onChange: (quantity: string) => void;
};

/** A quantity typed or stepped: buttons for the mouse and thumb, arrow keys in the field. Text, so that "2.5" stays "2.5". */
export function QuantityStepper({ label, value, floor, unit, isChanged, error, describedBy, onChange }: Props) {
  const typed = value.trim();
  const isNumber = isQuantity(typed);
  const least = compareQuantities(floor, "0") === 0 ? "1" : floor;
  const canStepDown = isNumber && compareQuantities(typed, least) > 0;

  function step(up: boolean) {
    if (!isNumber) return;
    if (up) onChange(addQuantities(typed, "1"));
    else if (canStepDown) onChange(larger(subtractQuantities(typed, "1"), least));
  }

  function stepByKey(event: KeyboardEvent) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(event.key === "ArrowUp");
  }

  return (
    <span
      className={cn(
        "flex h-9 items-stretch overflow-hidden rounded-lg border bg-(--field-background) focus-within:border-(--focus) focus-within:ring-1 focus-within:ring-(--focus)",
        error ? "border-danger" : isChanged ? "border-accent" : "border-(--field-border)",
      )}
    >
      <StepButton label={`One less, ${label}`} isDisabled={!canStepDown} onPress={() => step(false)}>
        <Minus aria-hidden className="size-3.5" />
      </StepButton>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => isNumber && typed !== normalizeQuantity(typed) && onChange(normalizeQuantity(typed))}
        onFocus={(event) => event.target.select()}
        onKeyDown={stepByKey}
        className={cn(
          "w-full min-w-0 bg-transparent px-1 text-center text-sm tabular-nums outline-none",
          isChanged && "font-semibold",
        )}
      />
      {unit && (
        <span aria-hidden className="flex max-w-14 shrink-0 items-center truncate pr-1 text-xs text-muted">
          {unit}
        </span>
      )}
      <StepButton label={`One more, ${label}`} isDisabled={!isNumber} onPress={() => step(true)}>
        <Plus aria-hidden className="size-3.5" />
      </StepButton>
    </span>
  );
}

type StepButtonProps = { label: string; isDisabled: boolean; onPress: () => void; children: React.ReactNode };

/** Out of the tab order: the arrow keys in the field do the same. */
function StepButton({ label, isDisabled, onPress, children }: StepButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid w-8 shrink-0 place-items-center text-muted hover:bg-default hover:text-foreground disabled:opacity-35 max-md:w-10"
    >
      {children}
    </button>
  );
}

function larger(a: string, b: string): string {
  return compareQuantities(a, b) > 0 ? a : b;
}
