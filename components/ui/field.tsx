import { cn, descriptionVariants, labelVariants } from "@heroui/styles";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldProps = {
  name: string;
  label: string;
  /** Help that is there before anything is typed: limits, formats, what can still be changed. */
  description?: ReactNode;
  /** The message of the last submit, usually `result.fields?.[name]`. */
  error?: string;
  /** What the field starts with, usually `result.values?.[name] ?? …`. */
  defaultValue?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Keeps the label for screen readers only (a field in a table cell). */
  isLabelHidden?: boolean;
  /** Makes ids unique where the same name appears twice on a page. */
  idPrefix?: string;
  className?: string;
};

type FrameProps = FieldProps & { children: ReactNode; aside?: ReactNode };

/** Label, help and message around any native control; `fieldAria` ties the control to them. */
export function Field({ children, aside, ...field }: FrameProps) {
  const id = fieldId(field);
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", field.className)}>
      <label htmlFor={id} className={field.isLabelHidden ? "sr-only" : labelVariants({ isRequired: field.isRequired })}>
        {field.label}
      </label>
      {children}
      {field.error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-xs text-danger-soft-foreground">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {field.error}
        </p>
      )}
      {(field.description || aside) && (
        <div className="flex items-start justify-between gap-3">
          <p id={`${id}-help`} className={descriptionVariants()}>
            {field.description}
          </p>
          {aside}
        </div>
      )}
    </div>
  );
}

export function fieldId({ idPrefix, name }: Pick<FieldProps, "idPrefix" | "name">): string {
  return `${idPrefix ? `${idPrefix}-` : ""}field-${name}`;
}

/** The attributes every native control shares: id, name, description and error ties, required, disabled. */
export function fieldAria(field: FieldProps) {
  const id = fieldId(field);
  const described = [field.error && `${id}-error`, field.description && `${id}-help`].filter(Boolean).join(" ");
  return {
    id,
    name: field.name,
    required: field.isRequired,
    disabled: field.isDisabled,
    "aria-describedby": described || undefined,
    "aria-invalid": field.error ? true : undefined,
    "data-invalid": field.error ? "true" : undefined,
  } as const;
}
