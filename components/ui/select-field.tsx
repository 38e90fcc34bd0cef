import { cn, inputVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import type { ChangeEventHandler } from "react";
import { Field, type FieldProps, fieldAria } from "@/components/ui/field";

type Props = FieldProps & {
  options: readonly { value: string; label: string; isDisabled?: boolean }[];
  /** The first, empty choice: "Choose a reason". Left out when something is always chosen. */
  placeholder?: string;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
};

/** One of a few, as the native select: the keyboard, phones and screen readers already know it. */
export function SelectField(props: Props) {
  return (
    <Field {...props}>
      <span className="relative block">
        <select
          // React puts a select back to its first default when an action ends; a new key keeps the last choice.
          key={props.defaultValue}
          {...fieldAria(props)}
          defaultValue={props.defaultValue ?? ""}
          onChange={props.onChange}
          className={cn(inputVariants({ fullWidth: true }), "appearance-none pr-9")}
        >
          {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 z-2 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </Field>
  );
}
