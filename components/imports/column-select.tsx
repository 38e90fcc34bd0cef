import { cn, inputVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import { FIELD_NAMES, type FieldName, fieldDefinition } from "@/lib/imports/fields";

type Props = { header: string; field: FieldName | null; onChange: (field: FieldName | null) => void };

const LEVELS = [
  { level: "order", label: "Order" },
  { level: "line", label: "Order line" },
] as const;

/** What one column of the file means. */
export function ColumnSelect({ header, field, onChange }: Props) {
  return (
    <span className="relative block w-full md:w-64">
      <select
        aria-label={`Meaning of column ${header}`}
        value={field ?? ""}
        onChange={({ target }) => onChange((target.value || null) as FieldName | null)}
        className={cn(inputVariants({ fullWidth: true }), "appearance-none pr-9", !field && "text-muted")}
      >
        <option value="">Keep as it is</option>
        {LEVELS.map(({ level, label }) => (
          <optgroup key={level} label={label}>
            {FIELD_NAMES.filter((name) => fieldDefinition(name).level === level).map((name) => (
              <option key={name} value={name}>
                {fieldDefinition(name).label}
                {fieldDefinition(name).isRequired ? " (required)" : ""}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute z-2 top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
