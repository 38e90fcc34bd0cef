/** A sheet by what Google calls it: the spreadsheet's id and the tab's. Nothing else of a pasted link is ever used. */
export type SheetRef = { spreadsheetId: string; gid: string };

export type LinkProblem = "not_a_link" | "not_a_sheet" | "published" | "folder";

const ID = /^[A-Za-z0-9_-]{20,100}$/;
const GID = /^\d{1,12}$/;

/** Reads what people paste: the address bar of a sheet, a sharing link, an export link; with or without "https://". */
export function parseSheetLink(pasted: string): SheetRef | LinkProblem {
  const text = pasted.trim();
  const url = urlOf(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!url || !/^[\x21-\x7e]{8,2000}$/.test(text) || !url.hostname.includes(".")) return "not_a_link";
  const isGoogle = url.hostname === "docs.google.com" || url.hostname === "drive.google.com";
  if (!isGoogle || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "")
    return "not_a_sheet";
  const parts = url.pathname.split("/").filter(Boolean);
  // "/spreadsheets/u/1/d/…" is the same sheet with the second account of the browser.
  const path = parts[1] === "u" ? [parts[0], ...parts.slice(3)] : parts;
  if (path[0] === "spreadsheets" && path[1] === "d" && path[2] === "e") return "published";
  if (path[0] === "drive" && path[1] === "folders") return "folder";
  const spreadsheetId =
    path[0] === "spreadsheets" && path[1] === "d"
      ? path[2]
      : path[0] === "file" && path[1] === "d"
        ? path[2]
        : path[0] === "open"
          ? url.searchParams.get("id")
          : undefined;
  if (!spreadsheetId || !ID.test(spreadsheetId)) return "not_a_sheet";
  // The fragment is what the browser shows; the query may be an older tab.
  const gid = new URLSearchParams(url.hash.slice(1)).get("gid") ?? url.searchParams.get("gid") ?? "0";
  return GID.test(gid) ? { spreadsheetId, gid } : "not_a_sheet";
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

export const isSheetRef = (parsed: SheetRef | LinkProblem): parsed is SheetRef => typeof parsed === "object";

/** The address people open the sheet at. */
export function sheetAddress({ spreadsheetId, gid }: SheetRef): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${gid}`;
}

export function linkProblemSentence(problem: LinkProblem): string {
  return {
    not_a_link: "This is not a link. Open the sheet in the browser and copy the address from its address bar.",
    not_a_sheet:
      "This is not the link of a Google Sheet. It starts with https://docs.google.com/spreadsheets/d/ and is in the address bar when the sheet is open.",
    published:
      "This is the link of a page published to the web, which lags behind the sheet. Open the sheet itself and copy the address from the address bar.",
    folder: "This is the link of a folder. Open the sheet in it and copy the address from the address bar.",
  }[problem];
}
