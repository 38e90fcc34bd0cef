import type { InvalidChange } from "@/lib/change-requests/submit-outcome";
import type { AppError } from "@/lib/errors";

const REUSED = "idempotency_key_reused";

/** The change that the database would not even read, with its own hint; null when the error is about something else. */
export function invalidChange({ code, reason, detail, hint }: AppError): InvalidChange | null {
  if (code !== "invalid" || reason === REUSED || !hint) return null;
  const { change_index, value } = typeof detail === "object" && detail !== null ? (detail as Facts) : {};
  const typed = typeof value === "string" && value !== "" ? `“${value}” doesn't work here. ` : "";
  return { change_index: typeof change_index === "number" ? change_index : undefined, sentence: `${typed}${hint}` };
}

type Facts = { change_index?: unknown; value?: unknown };
