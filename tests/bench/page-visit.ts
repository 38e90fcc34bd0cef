import type { Person } from "../support/people.ts";
import { sessionOf } from "../support/session.ts";
import type { ServedApp } from "./served-app.ts";

export type Visit = { firstByte: number; total: number; bytes: number };

/** Milliseconds until the first byte and until the last one of what a signed-in person gets; anything but 200 is an error. */
export async function visitPage(app: ServedApp, path: string, person: Person): Promise<Visit> {
  const cookie = (await sessionOf(person)).cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const began = performance.now();
  const response = await fetch(new URL(path, app.url), { headers: { cookie }, redirect: "manual" });
  if (response.status !== 200 || !response.body) throw new Error(`${path} answered ${response.status}.`);
  let firstByte = Number.NaN;
  let bytes = 0;
  for await (const chunk of response.body) {
    if (bytes === 0) firstByte = performance.now() - began;
    bytes += chunk.length;
  }
  return { firstByte, total: performance.now() - began, bytes };
}
