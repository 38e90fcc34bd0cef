import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackDirectory } from "../../supabase/local/places.ts";
import { connections } from "./connections.ts";
import type { Person } from "./people.ts";
import { sessionOf } from "./session.ts";

type Visitor = Pick<Person, "email" | "password">;
type VisitOptions = RequestInit & { as?: Visitor };

/** The folder of the build that is being served, to read what it is made of. */
export const buildDirectory = join(stackDirectory(process.env.TEST_STACK ?? "test"), "next");

/** One request to the app with a person's cookies, or with none. Redirects are left to the test. */
export async function visit(path: string, { as, ...init }: VisitOptions = {}): Promise<Response> {
  const cookies = as ? (await sessionOf(as)).cookies : [];
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return fetch(new URL(path, connections.url), {
    redirect: "manual",
    ...init,
    headers: { ...(cookie && { cookie }), ...init.headers },
  });
}

/** What a server action answered, as the page's own code would get it; undefined when the server refused to run it. */
export type Acted = { status: number; text: string; answer: ActionAnswer | undefined };
type ActionAnswer = { ok: boolean; code?: string; data?: unknown; fields?: Record<string, string> };

export type Fields = Record<string, string | string[]>;

/** Posts a form to a server action by its name, without the page the form is on: what anybody can do. */
export function act(name: string, fields: Fields, options: VisitOptions & { page?: string } = {}): Promise<Acted> {
  const body = new FormData();
  // As React encodes the arguments (state, formData): a reference to the second, whose fields carry its number.
  for (const [field, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(`_1_${field}`, one);
  body.append("0", '[null,"$K1"]');
  return post(name, body, options);
}

/** Posts a body of the test's own making to a server action. */
export async function post(
  name: string,
  body: RequestInit["body"],
  { page = "/sign-in", headers, ...options }: VisitOptions & { page?: string } = {},
): Promise<Acted> {
  const response = await visit(page, {
    method: "POST",
    body: body ?? null,
    headers: { "next-action": actionId(name), origin: new URL(connections.url).origin, ...headers },
    ...options,
  });
  const text = await response.text();
  return { status: response.status, text, answer: answerIn(text) };
}

/** Every server action of the build, by the name it is exported under. */
export const actions: Map<string, string> = readActions();

function actionId(name: string): string {
  const id = actions.get(name);
  if (!id) throw new Error(`There is no action ${name}; there are: ${[...actions.keys()].join(", ")}.`);
  return id;
}

function readActions(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(join(buildDirectory, "server/server-reference-manifest.json"), "utf8")) as {
    node: Record<string, { exportedName: string }>;
  };
  return new Map(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName, id]));
}

function answerIn(text: string): ActionAnswer | undefined {
  for (const line of text.split("\n")) {
    // Not at the start of its line when a long text, which ends without a line break, was sent before it.
    const [, json] = line.match(/[0-9a-f]:(\{"ok":.*\})$/) ?? [];
    if (json) return JSON.parse(json) as ActionAnswer;
  }
  return undefined;
}
