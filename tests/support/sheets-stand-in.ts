import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a spreadsheet's export address answers with. */
export type SheetBehavior =
  | { csv: string | Uint8Array; name?: string }
  | { redirectTo: string }
  | { status: number; type?: string; body?: string }
  /** Sends the beginning and then nothing more, or hangs up. */
  | { broken: "hangs up" | "endless" };

export type SheetsStandIn = {
  url: string;
  /** The next answers for a spreadsheet; the last one stays. */
  put: (spreadsheetId: string, ...answers: SheetBehavior[]) => void;
  /** How often it was asked for. */
  asked: (spreadsheetId: string) => number;
  stop: () => Promise<void>;
};

/** Answers the export address of Google Sheets, on this machine. */
export async function startSheetsStandIn(port = 0): Promise<SheetsStandIn> {
  const sheets = new Map<string, SheetBehavior[]>();
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://stand-in");
    // As Google does for contents: sends on to another address first.
    const [, id = "", where] = /^\/spreadsheets\/d\/([^/]+)\/(export|contents)$/.exec(pathname) ?? [];
    const answers = sheets.get(id);
    if (!answers) return void response.writeHead(404, { "content-type": "text/html" }).end("<html>Not found</html>");
    if (where === "export") counts.set(id, (counts.get(id) ?? 0) + 1);
    const [next] = answers;
    if (next && "csv" in next && where === "export") {
      return void response.writeHead(307, { location: `/spreadsheets/d/${id}/contents` }).end();
    }
    if (answers.length > 1) answers.shift();
    if (next) answer(response, next);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (id, ...answers) => sheets.set(id, answers),
    asked: (id) => counts.get(id) ?? 0,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, behavior: SheetBehavior): void {
  if ("csv" in behavior) {
    const { csv, name = "Open orders - Sheet1.csv" } = behavior;
    response
      .writeHead(200, {
        "content-type": "text/csv",
        "content-disposition": `attachment; filename="x.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      })
      .end(csv);
  } else if ("redirectTo" in behavior) {
    response.writeHead(302, { location: behavior.redirectTo }).end();
  } else if ("status" in behavior) {
    response.writeHead(behavior.status, { "content-type": behavior.type ?? "text/html" }).end(behavior.body ?? "");
  } else if (behavior.broken === "hangs up") {
    response.writeHead(200, { "content-type": "text/csv", "content-length": "1000" });
    response.write("Order,SKU\n");
    setTimeout(() => response.destroy(), 20);
  } else {
    response.writeHead(200, { "content-type": "text/csv" });
    const chunk = Buffer.alloc(1024 * 1024, "x");
    const more = () => {
      while (!response.destroyed) if (!response.write(chunk)) return void response.once("drain", more);
    };
    more();
  }
}
