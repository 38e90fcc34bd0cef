import { AppError } from "@/lib/errors";

/** What a person is told when the last of something would go. */
const refusals = {
  last_admin: "This is the only admin. Make somebody else admin first, then try again. Nothing was changed.",
  last_reason:
    "This is the only active reason, and every request needs one. Add or reactivate another first. Nothing was changed.",
} as const;

export type SettingOutcome = { outcome: "saved" } | { outcome: keyof typeof refusals };

export function refusalSentence(outcome: keyof typeof refusals): string {
  return refusals[outcome];
}

/** Runs a command whose refusals to remove the last of something are answers rather than failures. */
export async function saved(command: () => Promise<unknown>): Promise<SettingOutcome> {
  try {
    await command();
    return { outcome: "saved" };
  } catch (error) {
    if (error instanceof AppError && isRefusal(error.reason)) return { outcome: error.reason };
    throw error;
  }
}

function isRefusal(reason: string | null): reason is keyof typeof refusals {
  return reason !== null && Object.hasOwn(refusals, reason);
}
