import type { TypedValues } from "@/lib/result";

const SECRET = /password|secret|token/i;
const ECHO_LIMIT = 200_000;

/**
 * The fields of a form as an object for a strict schema: the framework's own `$ACTION…` fields are left out, a name that
 * ends in `[]` (a checkbox group) becomes a list under the name without it, an empty list when nothing is ticked is the
 * schema's business (`.default([])`).
 */
export function fieldsOf(formData: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue | FormDataEntryValue[]>();
  // Actions are public: what was posted by hand may be no form at all. It has no fields, and the gate answers that.
  if (!(formData instanceof FormData)) return {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$ACTION")) continue;
    if (name.endsWith("[]")) fields.set(name.slice(0, -2), formData.getAll(name));
    else fields.set(name, formData.get(name) ?? "");
  }
  // fromEntries defines own properties, so a field called "__proto__" stays a field and the strict schema refuses it.
  return Object.fromEntries(fields);
}

/** What may be given back to the form: text only, never a secret, and no more than a form plausibly holds. */
export function typedValues(fields: Record<string, FormDataEntryValue | FormDataEntryValue[]>): TypedValues {
  const values: TypedValues = {};
  let size = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (SECRET.test(name)) continue;
    const texts = [value].flat().filter((one) => typeof one === "string");
    size += texts.reduce((sum, text) => sum + text.length, 0);
    if (size > ECHO_LIMIT) break;
    if (Array.isArray(value)) values[name] = texts;
    else if (texts[0] !== undefined) values[name] = texts[0];
  }
  return values;
}
