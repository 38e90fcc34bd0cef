import { RadioFields } from "@/components/ui/radio-fields";

type Props = { value: string; error?: string };

/** What an import does with an order number or SKU of another shape; the change form always refuses it. */
export function MisfitChoice({ value, error }: Props) {
  return (
    <RadioFields
      name="import_misfits"
      legend="When an import brings something that doesn't fit"
      defaultValue={value}
      error={error}
      options={[
        {
          value: "refuse",
          label: "Stop the import",
          description: "The rows are listed with what is wrong; nothing is imported until they are corrected.",
        },
        {
          value: "warn",
          label: "Import it and list it",
          description: "For source systems that have a few odd numbers nobody can correct.",
        },
      ]}
    />
  );
}
