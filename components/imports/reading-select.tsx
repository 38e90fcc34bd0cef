import { cn, inputVariants, labelVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import { useId } from "react";

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** One of a few ways to read the file; the file is read again as soon as another one is chosen. */
export function ReadingSelect<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelVariants()}>
        {label}
      </label>
      <span className="relative block">
        <select
          id={id}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
          className={cn(inputVariants({ fullWidth: true }), "appearance-none pr-9")}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 z-2 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </div>
  );
}
