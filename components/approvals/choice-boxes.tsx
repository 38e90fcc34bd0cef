type Props = {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of a few, as tick boxes. */
export function ChoiceBoxes({ label, options, chosen, onChange }: Props) {
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
      <legend className="mb-1 text-xs text-muted">{label}</legend>
      {options.map(({ value, label: name }) => (
        <label key={value} className="flex items-center gap-1.5">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() =>
              onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
            }
            className="size-4 accent-accent"
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
