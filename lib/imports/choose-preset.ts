import type { DerivedFields } from "./derived-quantity";
import { FIELD_NAMES, type FieldColumns, missingRequiredFields } from "./fields";
import { normalizeHeader } from "./header-synonyms";
import { PRESETS } from "./presets/known-presets";
import type { Preset } from "./presets/preset";

/** Of the names only this system's files have together, at least this many must be there besides the necessary ones. */
const SOME = 3;

/** The system the file is from, by its column names; null when none fits, or two fit alike. */
export function choosePreset(headers: readonly string[]): Preset | null {
  const names = new Set(headers.map(normalizeHeader));
  const scored = PRESETS.map((preset) => ({ preset, score: scoreOf(preset, names) })).filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && (!next || best.score > next.score) ? best.preset : null;
}

function scoreOf({ signatures }: Preset, names: ReadonlySet<string>): number {
  const scores = signatures.map(({ all, some }) => {
    const found = some.filter((name) => names.has(name)).length;
    return all.every((name) => names.has(name)) && found >= SOME ? all.length + found : 0;
  });
  return Math.max(...scores);
}

/** The preset's meaning of the columns. A column holds one field, the one that comes first. */
export function mapByPreset(preset: Preset, headers: readonly string[]): FieldColumns {
  const names = headers.map(normalizeHeader);
  const fields: FieldColumns = {};
  const taken = new Set<number>();
  for (const field of FIELD_NAMES) {
    const column = columnOf(preset.fields[field] ?? [], names, taken);
    if (column === null) continue;
    fields[field] = column;
    taken.add(column);
  }
  return fields;
}

/** Quantities the file has only as a difference. */
export function derivedByPreset(
  preset: Preset | null,
  headers: readonly string[],
  fields: FieldColumns,
): DerivedFields {
  const names = headers.map(normalizeHeader);
  const derived: DerivedFields = {};
  for (const field of FIELD_NAMES) {
    const difference = preset?.derived?.[field];
    if (!difference || fields[field] !== undefined) continue;
    const whole = columnOf(difference.whole, names, new Set());
    const rest = columnOf(difference.rest, names, new Set());
    if (whole !== null && rest !== null) derived[field] = { whole, rest };
  }
  return derived;
}

/** True when the preset can do without a person. */
export function isWhole(fields: FieldColumns): boolean {
  return missingRequiredFields(fields).length === 0;
}

function columnOf(candidates: readonly string[], names: readonly string[], taken: ReadonlySet<number>): number | null {
  for (const candidate of candidates) {
    const column = names.findIndex((name, at) => name === candidate && !taken.has(at));
    if (column >= 0) return column;
  }
  return null;
}
