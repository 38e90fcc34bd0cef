import { isWhole, mapByPreset } from "./choose-preset";
import { missingRequiredFields } from "./fields";
import type { FileRow, Table } from "./parse";
import type { Preset } from "./presets/preset";
import { type MappingProposal as ByName, proposeMapping, rememberMapping } from "./propose-mapping";
import type { ReadingChoices } from "./reading-choices";
import type { SourceFormat } from "./source-format";

/** `source`: the place of the earlier reading it was taken from. `by` says where the meanings come from. */
export type MappingProposal = ByName & { by: "earlier" | "preset" | "names"; source: number | null };

type Known = {
  table: Table;
  preset: Preset | null;
  sample: readonly FileRow[];
  sources: readonly SourceFormat[];
  choices: ReadingChoices;
};

/** As the same columns were read before; else as the system's files are read; else by names and contents. */
export function proposeFor({ table, preset, sample, sources, choices }: Known): MappingProposal {
  const source = sources.findIndex((earlier) => rememberMapping(table.headers, earlier) !== null);
  const earlier = sources[source];
  const isOther = choices.preset !== undefined && choices.preset !== (earlier?.preset ?? "none");
  const remembered = earlier && !isOther ? rememberMapping(table.headers, earlier) : null;
  if (remembered) return { ...remembered, by: "earlier", source };
  if (preset) {
    const fields = mapByPreset(preset, table.headers);
    if (isWhole(fields) || choices.preset === preset.id)
      return { fields, missing: missingRequiredFields(fields), isRemembered: false, by: "preset", source: null };
  }
  return { ...proposeMapping(table.headers, sample), by: "names", source: null };
}
