import "server-only";
import type { z } from "zod";
import { checkMember, type Gate, type MemberRole } from "@/lib/auth/gate";
import { AppError } from "@/lib/errors";
import { fieldsOf, typedValues } from "@/lib/form-data";
import { type ActionResult, type FieldMessages, failure, failureFrom, type TypedValues } from "@/lib/result";

/** The shape `useActionState` wants; `null` is the state before the first submit. */
export type FormAction<T> = (state: ActionResult<T> | null, formData: FormData) => Promise<ActionResult<T>>;

/**
 * A server action behind the gate: authenticate → authorize in the organization named by the form's `org` field (a slug)
 * → parse → one command. `org` is taken out before parsing, so schemas don't list it. An `AppError` becomes a failure
 * with what was typed; anything else is a bug and goes to the error page and the log.
 */
export function formAction<Schema extends z.ZodType, T>(
  options: { role?: MemberRole; schema: Schema },
  run: (input: z.output<Schema>, gate: Gate) => Promise<T>,
): FormAction<T> {
  return async (_state, formData) => {
    const { org, ...fields } = fieldsOf(formData);
    const values = typedValues(fields);
    return answer(values, async () => {
      const gate = await checkMember(typeof org === "string" ? org : "", options.role);
      return parseAndRun(options.schema, fields, values, (input) => run(input, gate));
    });
  };
}

/** A server action for somebody who isn't signed in yet (sign-in): no gate, the same parsing and answers. */
export function publicFormAction<Schema extends z.ZodType, T>(
  options: { schema: Schema },
  run: (input: z.output<Schema>) => Promise<T>,
): FormAction<T> {
  return async (_state, formData) => {
    const fields = fieldsOf(formData);
    const values = typedValues(fields);
    return answer(values, () => parseAndRun(options.schema, fields, values, run));
  };
}

async function parseAndRun<Schema extends z.ZodType, T>(
  schema: Schema,
  fields: Record<string, unknown>,
  values: TypedValues,
  run: (input: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) return failure("invalid", { fields: fieldMessages(parsed.error), values });
  return { ok: true, data: await run(parsed.data) };
}

async function answer<T>(values: TypedValues, work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) return failureFrom(error, values);
    throw error;
  }
}

/** The first message of each field; an unknown field is named under "" because no input shows it. */
function fieldMessages(error: z.ZodError): FieldMessages {
  const messages: FieldMessages = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    messages[name] ??= issue.message;
  }
  return messages;
}
