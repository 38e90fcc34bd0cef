"use client";

import { cn, inputVariants } from "@heroui/styles";
import { useState } from "react";
import { Field, type FieldProps, fieldAria } from "@/components/ui/field";

type Props = FieldProps & { maxLength: number; rows?: number; placeholder?: string };

/** Several lines of text with a counter that starts to speak when space gets short. */
export function TextareaField(props: Props) {
  const { maxLength, rows = 3, placeholder, defaultValue = "" } = props;
  const [length, setLength] = useState(defaultValue.length);
  const isShort = length > maxLength * 0.9;
  return (
    <Field
      {...props}
      aside={
        <span
          aria-live={isShort ? "polite" : "off"}
          className={cn("shrink-0 text-xs tabular-nums text-muted", isShort && "text-warning-soft-foreground")}
        >
          {length.toLocaleString("en-US")} / {maxLength.toLocaleString("en-US")}
        </span>
      }
    >
      <textarea
        {...fieldAria(props)}
        rows={rows}
        maxLength={maxLength}
        placeholder={placeholder}
        defaultValue={defaultValue}
        onChange={(event) => setLength(event.target.value.length)}
        className={cn(inputVariants({ fullWidth: true }), "min-h-20 resize-y")}
      />
    </Field>
  );
}
