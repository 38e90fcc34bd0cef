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

export function failureFrom(error: AppError, values?: TypedValues): ActionFailure {
  return failure(error.code, { values });
}
