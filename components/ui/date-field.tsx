import { inputVariants } from "@heroui/styles";
import type { ChangeEventHandler } from "react";
import { Field, type FieldProps, fieldAria } from "@/components/ui/field";

type Props = FieldProps & {
  /** Calendar dates, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/** A calendar date in the browser's own picker; the action receives `YYYY-MM-DD` or "". */
export function DateField(props: Props) {
  return (
    <Field {...props}>
      <input
        {...fieldAria(props)}
        type="date"
        min={props.min}
        max={props.max}
        defaultValue={props.defaultValue}
        onChange={props.onChange}
        className={inputVariants({ fullWidth: true })}
      />
    </Field>
  );
}
