import type { ReactNode } from "react";

type Props = {
  name: string;
  label: ReactNode;
  value?: string;
  description?: ReactNode;
  isDefaultChecked?: boolean;
  isDisabled?: boolean;
  isLabelHidden?: boolean;
  /** Lets a tick belong to a form elsewhere on the page (rows of a table, one bar of actions). */
  form?: string;
};

/** A native tick box with its label as the target; a group shares a name that ends in `[]`. */
export function CheckboxField({
  name,
  label,
  value = "on",
  description,
  isDefaultChecked,
  isDisabled,
  isLabelHidden,
  form,
}: Props) {
  return (
    <label className="flex items-start gap-2 text-sm has-disabled:opacity-50">
      <input
        type="checkbox"
        name={name}
        value={value}
        form={form}
        defaultChecked={isDefaultChecked}
        disabled={isDisabled}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className={isLabelHidden ? "sr-only" : "flex flex-col"}>
        {label}
        {description && <span className="text-xs text-muted">{description}</span>}
      </span>
    </label>
  );
}
