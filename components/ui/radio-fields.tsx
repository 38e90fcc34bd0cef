import type { ReactNode } from "react";

type Props = {
  name: string;
  legend: ReactNode;
  options: readonly { value: string; label: ReactNode; description?: ReactNode }[];
  defaultValue?: string;
  error?: string;
};

/** One of a few that are worth reading before choosing: native buttons, each with its label as the target. */
export function RadioFields({ name, legend, options, defaultValue, error }: Props) {
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {options.map(({ value, label, description }) => (
        <label key={value} className="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name={name}
            value={value}
            // React puts a radio back to its first default when an action ends; a new key keeps the last choice.
            key={String(defaultValue === value)}
            defaultChecked={defaultValue === value}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="flex min-w-0 flex-col">
            {label}
            {description && <span className="text-xs text-muted text-pretty">{description}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} className="text-xs text-danger-soft-foreground">
          {error}
        </p>
      )}
    </fieldset>
  );
}
