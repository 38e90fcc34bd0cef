"use client";

import { cn, inputVariants } from "@heroui/styles";

type Props = {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  inputMode?: "decimal";
  error?: string;
  isAutoFocused?: boolean;
  onChange: (text: string) => void;
  className?: string;
};

/** A short labelled text inside a row of the form. */
export function CellText({
  id,
  label,
  value,
  maxLength,
  placeholder,
  inputMode,
  error,
  isAutoFocused,
  onChange,
  className,
}: Props) {
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it has just been asked for by a button next to it
        autoFocus={isAutoFocused}
        inputMode={inputMode}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cn(inputVariants({ fullWidth: true }), "h-9 px-2.5 text-sm", error && "border-danger")}
      />
      {error && (
        <p id={`${id}-error`} className="text-xs text-danger-soft-foreground">
          {error}
        </p>
      )}
    </div>
  );
}
