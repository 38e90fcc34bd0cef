import { type AppError, type ErrorCode, errorSentence } from "@/lib/errors";

/** The message under a field, by field name (`changes.0.quantity` for a field of a structured payload). */
export type FieldMessages = Record<string, string>;

/** What was typed, by field name, to fill the form again. Never holds passwords, tokens or files. */
export type TypedValues = Record<string, string | string[]>;

export type ActionFailure = {
  ok: false;
  code: ErrorCode;
  message: string;
  fields?: FieldMessages;
  values?: TypedValues;
};

/** The answer of every server action: expected refusals are values, bugs are exceptions. */
export type ActionResult<T> = { ok: true; data: T } | ActionFailure;

export function failure(
  code: ErrorCode,
  extra: { message?: string; fields?: FieldMessages; values?: TypedValues } = {},
): ActionFailure {
  return { ok: false, code, message: extra.message ?? errorSentence(code), fields: extra.fields, values: extra.values };
}

/**
 * The failure a person reads. Where a command said what to do next (`hint`), its words win over the code's general ones;
 * they stand under the field it named too, which may be one that no form shows.
 */
export function failureFrom(error: AppError, values?: TypedValues): ActionFailure {
  if (!error.hint || error.reason === "role_required") return failure(error.code, { values });
  const field = namedField(error.detail);
  return failure(error.code, {
    message: `Nothing was saved. ${error.hint}`,
    fields: field ? { [field]: error.hint } : undefined,
    values,
  });
}

function namedField(detail: unknown): string | null {
  const field = typeof detail === "object" && detail !== null && "field" in detail ? detail.field : null;
  return typeof field === "string" ? field.replace(/^p_/, "") : null;
}
