import "server-only";
import { env } from "@/lib/env";
import type { FileProblem } from "@/lib/imports/problems";
import { newRequestKey } from "@/lib/request-key";
import { routes } from "@/lib/routes";
import { importsAs } from "@/lib/unattended/commands";
import type { ImportState } from "@/lib/unattended/import-door";
import { importUnattended, type UnattendedOutcome } from "@/lib/unattended/import-file";
import { whyPersonIsNeeded } from "@/lib/unattended/needs-person";
import { type ApiCaller, idempotencyKey, queryOf } from "./key-route";
import { ApiProblem } from "./problem";
import { requestFile } from "./request-file";

/** `POST /api/v1/imports`: a file in, its preview or its commit out. */
export async function postImport(request: Request, caller: ApiCaller): Promise<Response> {
  const { commit = "preview", source, filename } = queryOf(request, ["commit", "source", "filename"]);
  if (commit !== "preview" && commit !== "auto") {
    throw new ApiProblem(400, "unknown_commit", "Use commit=preview, or commit=auto to import when nothing is open.");
  }
  const key = idempotencyKey(request) ?? newRequestKey();
  const file = await requestFile(request, filename);
  const door = importsAs(caller.credential);
  if (source !== undefined) await requireSource(await door.sources(), source);
  const commits = commit === "auto";
  return answer(await importUnattended(door, file, { commits, key, sourceName: source }), caller, commits);
}

/** `GET /api/v1/imports/{id}`: where an import of this key stands. */
export async function getImport(caller: ApiCaller, id: string): Promise<Response> {
  const state = await importsAs(caller.credential).state(id);
  return json({ ...described(state), ...linksOf(caller, state.id) }, 200);
}

function described({ id, number, status, file_name, row_count, counts, preview, created_at, closed_at }: ImportState) {
  const reasons = status === "previewed" && counts && preview ? whyPersonIsNeeded({ counts, preview }) : [];
  return { id, number, status, file_name, rows: row_count, counts, reasons, created_at, closed_at };
}

function requireSource(sources: { name: string }[], name: string): void {
  if (sources.some((source) => source.name === name)) return;
  throw new ApiProblem(
    422,
    "unknown_source",
    "No file was imported under this name. Leave it out to recognize the file.",
    {
      facts: { sources: sources.slice(0, 50).map((source) => source.name) },
    },
  );
}

function answer(outcome: UnattendedOutcome, caller: ApiCaller, commits: boolean): Response {
  switch (outcome.outcome) {
    case "committed": {
      const { importId: id, number, counts } = outcome;
      return json({ id, number, status: "committed", counts, ...linksOf(caller, id) }, 201);
    }
    case "waiting": {
      const { importId: id, number, counts, reasons } = outcome;
      const facts = { id, number, status: "previewed", counts, reasons, ...linksOf(caller, id) };
      if (!commits) return json(facts, 201);
      const hasErrors = reasons.some(({ code }) => code === "rows_with_errors");
      throw new ApiProblem(
        hasErrors ? 422 : 409,
        hasErrors ? "rows_with_errors" : "needs_a_person",
        "Nothing was written: the import waits for somebody to look at it. Open its page, or correct the source and send the file again.",
        { facts },
      );
    }
    case "discarded":
      throw new ApiProblem(
        409,
        "import_discarded",
        "Somebody discarded this import. Send it with another Idempotency-Key.",
        {
          facts: { id: outcome.importId, number: outcome.number, ...linksOf(caller, outcome.importId) },
        },
      );
    case "unclear":
      throw new ApiProblem(
        422,
        "file_unclear",
        `${outcome.questions.join(" ")} Import such a file once in the browser and answer; the next one is read the same way.`,
        { facts: { questions: outcome.questions, links: { page: `${env().APP_URL}${routes.import(caller.slug)}` } } },
      );
    case "refused":
      throw fileProblem(outcome.problem);
  }
}

function fileProblem({ code, message, facts }: FileProblem): ApiProblem {
  return new ApiProblem(code === "file_too_large" ? 413 : 422, code, message, { facts: { facts } });
}

function linksOf({ slug }: ApiCaller, id: string) {
  const { APP_URL } = env();
  return { links: { self: `${APP_URL}/api/v1/imports/${id}`, page: `${APP_URL}${routes.importRun(slug, id)}` } };
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
}
