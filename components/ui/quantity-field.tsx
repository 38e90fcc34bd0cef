import { cn, inputVariants } from "@heroui/styles";
import type { ChangeEventHandler } from "react";
import { Field, type FieldProps, fieldAria } from "@/components/ui/field";

type Props = FieldProps & {
  /** Shown behind the number: "pcs". */
  unit?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/**
 * A quantity, typed as text so that "2.5" stays "2.5": a number input would round, scroll and accept "1e3".
 * The keypad on phones is the decimal one.
 */
export function QuantityField(props: Props) {
  return (
    <Field {...props}>
      <span className="relative block">
        <input
          {...fieldAria(props)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          defaultValue={props.defaultValue}
          onChange={props.onChange}
          className={cn(inputVariants({ fullWidth: true }), "text-right tabular-nums", props.unit && "pr-12")}
        />
        {props.unit && (
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-xs text-muted">
            {props.unit}
          </span>
        )}
      </span>
    </Field>
  );
}
