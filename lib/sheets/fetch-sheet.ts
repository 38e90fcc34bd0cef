import type { ActionFailure } from "@/lib/result";
import { routes } from "@/lib/routes";

/** A sheet as a file of the browser, or the sentence that says why not. */
export type FetchedSheet = { file: File } | { message: string };

/** Has the server read a sheet; the browser then treats it like a file that was chosen. */
export async function fetchSheet(org: string, link: string): Promise<FetchedSheet> {
  try {
    const response = await fetch(routes.importSheet(org), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ link }),
    });
    if (!response.ok) {
      const failure = (await response.json().catch(() => null)) as ActionFailure | null;
      return { message: failure?.fields?.link ?? failure?.message ?? LOST };
    }
    const name = decodeURIComponent(response.headers.get("x-file-name") ?? "Google%20Sheet.csv");
    return { file: new File([await response.blob()], name, { type: "text/csv" }) };
  } catch {
    return { message: LOST };
  }
}

const LOST = "The connection was lost before the sheet arrived. Try again.";
