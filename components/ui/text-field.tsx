import { inputVariants } from "@heroui/styles";
import type { InputHTMLAttributes } from "react";
import { Field, type FieldProps, fieldAria } from "@/components/ui/field";

type Props = FieldProps &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "autoComplete" | "maxLength" | "placeholder" | "autoFocus" | "inputMode" | "onChange"
  >;

/** One line of text in a native form: `name` is what the action receives. */
export function TextField(props: Props) {
  const { type = "text", autoComplete, maxLength, placeholder, autoFocus, inputMode, onChange } = props;
  const native = { type, autoComplete, maxLength, placeholder, inputMode, onChange };
  return (
    <Field {...props}>
      <input
        {...fieldAria(props)}
        {...native}
        // biome-ignore lint/a11y/noAutofocus: the page decides, for a form that is all there is on it
        autoFocus={autoFocus}
        defaultValue={props.defaultValue}
        className={inputVariants({ fullWidth: true })}
      />
    </Field>
  );
}
