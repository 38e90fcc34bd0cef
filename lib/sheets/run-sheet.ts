import "server-only";
import { AppError } from "@/lib/errors";
import { logError } from "@/lib/log";
import { importsAs, type SheetRun, settleSheetRun } from "@/lib/unattended/commands";
import { importUnattended, type UnattendedOutcome, type Unchanged } from "@/lib/unattended/import-file";
import { downloadSheet } from "./download-sheet";
import { SheetProblem } from "./sheet-problem";

/** How a reading ended. `waiting`: its preview waits for a person. */
export type SheetOutcome =
  | { outcome: "committed" | "waiting"; importId: string; number: number }
  | { outcome: "unchanged" }
  | { outcome: "failed"; message: string };

type Failure = { reason: string; message: string; isPassing?: boolean };

/** Reads a sheet and imports it as whoever the run acts for; the run is settled whatever happens. */
export async function runSheet(run: SheetRun): Promise<SheetOutcome> {
  try {
    const { content } = await downloadSheet({ spreadsheetId: run.spreadsheet_id, gid: run.gid });
    const file = { name: `${run.name}.csv`, content };
    // A click is looked at by whoever clicked; a schedule writes when nothing needs a person.
    const options = { commits: run.is_scheduled, key: `${run.slot}:${run.attempt}`, skipsUnchanged: true } as const;
    return await settle(run, await importUnattended(importsAs(run.credential), file, options));
  } catch (error) {
    return fail(run, failureOf(error));
  }
}

async function settle({ credential }: SheetRun, result: UnattendedOutcome | Unchanged): Promise<SheetOutcome> {
  switch (result.outcome) {
    // The commit has settled the run in its own transaction.
    case "committed":
      return { outcome: "committed", importId: result.importId, number: result.number };
    case "unchanged":
      await settleSheetRun(credential, "unchanged", {
        facts: { message: "Nothing has changed since the last import." },
      });
      return { outcome: "unchanged" };
    case "waiting": {
      const { importId, number, reasons } = result;
      const [first] = reasons;
      const facts = {
        reason: reasons.map(({ code }) => code).join("+") || "to_look_at",
        message: first?.message ?? "Look at what would change, and import it.",
        details: reasons.flatMap(({ examples }) => examples).slice(0, 10),
      };
      await settleSheetRun(credential, "waiting", { importId, facts });
      return { outcome: "waiting", importId, number };
    }
    case "unclear":
      throw new RunFailed({ reason: "unclear", message: `${result.questions.join(" ")} ${ANSWER_ONCE}` });
    case "refused":
      throw new RunFailed({ reason: result.problem.code, message: result.problem.message });
    case "discarded":
      throw new RunFailed({ reason: "discarded", message: "Somebody discarded the import while it was being read." });
  }
}

const ANSWER_ONCE = "Read the sheet once by its link and answer; from then on it is read the same way.";

class RunFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof RunFailed) return error.failure;
  if (error instanceof SheetProblem) return { reason: error.code, message: error.message, isPassing: error.isPassing };
  if (error instanceof AppError) {
    const isPassing = error.code === "unavailable" || error.code === "conflict";
    return { reason: error.reason ?? error.code, message: error.hint ?? error.message, isPassing };
  }
  logError("import of a sheet", error);
  return { reason: "unexpected", message: "Something went wrong on our side.", isPassing: true };
}

async function fail({ credential }: SheetRun, { reason, message, isPassing }: Failure): Promise<SheetOutcome> {
  await settleSheetRun(credential, "failed", { facts: { reason, message }, isRetryable: isPassing });
  return { outcome: "failed", message };
}
