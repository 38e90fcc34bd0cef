import { CheckboxField } from "@/components/ui/checkbox-field";
import { TextField } from "@/components/ui/text-field";

type Props = {
  number: number;
  approvers: readonly { id: string; name: string }[];
  percent: string;
  value: string;
  people: readonly string[];
  error?: string;
};

/** From a share of a line or a value on, these people. */
export function ApprovalRow({ number, approvers, percent, value, people, error }: Props) {
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-4">
      <legend className="px-1 text-xs font-medium text-muted">Rule {number}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="percents[]"
          idPrefix={`rule-${number}`}
          label="From this share of a line on, %"
          inputMode="decimal"
          autoComplete="off"
          maxLength={19}
          placeholder="20"
          defaultValue={percent}
        />
        <TextField
          name="values[]"
          idPrefix={`rule-${number}`}
          label="From this value on"
          inputMode="decimal"
          autoComplete="off"
          maxLength={19}
          placeholder="5000"
          defaultValue={value}
        />
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <span className="text-sm text-muted">goes to</span>
        {approvers.map(({ id, name }) => (
          <CheckboxField
            key={`${id}-${people.includes(id)}`}
            name={`people_${number}[]`}
            value={id}
            label={name}
            isDefaultChecked={people.includes(id)}
          />
        ))}
      </div>
      {error && <p className="text-xs text-danger-soft-foreground">{error}</p>}
    </fieldset>
  );
}
