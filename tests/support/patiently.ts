import type { Answer } from "./ask.ts";

/** Whoever waits too long for another import or export of the organization is told to try again, and does. */
export async function patiently(work: () => Promise<Answer>): Promise<Answer> {
  const answer = await work();
  return answer.reason === "transfer_running" ? patiently(work) : answer;
}
