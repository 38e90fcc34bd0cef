import { inputVariants } from "@heroui/styles";
import { Field, fieldAria } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FieldMessages } from "@/lib/result";
import { type Site, weekdays } from "@/lib/settings/site";

type Props = {
  site: Site;
  timeZones: readonly { value: string; label: string }[];
  errors?: FieldMessages;
  /** Makes ids unique where several sites are on one page. */
  idPrefix: string;
};

/** Clock, cut-off and work days of one site. */
export function SiteFields({ site, timeZones, errors, idPrefix }: Props) {
  const cutoff = {
    name: "ship_cutoff",
    label: "Orders leave by",
    description: "What ships on a day leaves until then.",
    idPrefix,
    isRequired: true,
    error: errors?.ship_cutoff,
  };
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_10rem]">
        <TextField
          name="name"
          label="Name"
          idPrefix={idPrefix}
          maxLength={120}
          autoComplete="off"
          isRequired
          defaultValue={site.name}
          error={errors?.name}
        />
        <SelectField
          name="time_zone"
          label="Time zone"
          idPrefix={idPrefix}
          options={timeZones}
          isRequired
          defaultValue={site.time_zone}
          error={errors?.time_zone}
        />
        <Field {...cutoff}>
          <input
            {...fieldAria(cutoff)}
            type="time"
            step={60}
            defaultValue={site.ship_cutoff}
            className={inputVariants({ fullWidth: true })}
          />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 text-sm font-medium">Days it ships on</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          {weekdays.map((day, at) => (
            <label key={day} className="flex items-center gap-1.5 text-sm">
              <input
                type="checkbox"
                name="work_days[]"
                value={at + 1}
                key={String(site.work_days.includes(at + 1))}
                defaultChecked={site.work_days.includes(at + 1)}
                className="size-4 accent-accent"
              />
              {day}
            </label>
          ))}
        </div>
        {errors?.work_days && <p className="text-xs text-danger-soft-foreground">{errors.work_days}</p>}
      </fieldset>
    </>
  );
}
