import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Attempt = { key: string; to: string; subject: string; body: string };

/** 200 keeps the mail, another number refuses it, "lost answer" keeps it and hangs up before saying so. */
export type Behavior = number | "lost answer";

export type ResendStandIn = {
  url: string;
  /** Every attempt for a key, in order. */
  attempts: (key: string) => Attempt[];
  /** How many mails a recipient really has: attempts with a key that was kept before don't count. */
  delivered: (key: string) => number;
  /** What to answer to the next attempts for a key; 200 after that. */
  behave: (key: string, ...next: Behavior[]) => void;
  stop: () => Promise<void>;
};

/** Answers `POST /emails` as Resend documents it, with idempotency keys that remember their contents. */
export async function startResendStandIn(): Promise<ResendStandIn> {
  const attempts: Attempt[] = [];
  const kept = new Map<string, string>();
  const planned = new Map<string, Behavior[]>();

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const key = String(request.headers["idempotency-key"] ?? "");
    const { to, subject } = JSON.parse(body) as Attempt;
    attempts.push({ key, to, subject, body });
    const answer = (status: number, content: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));

    const before = kept.get(key);
    if (before !== undefined && before !== body) {
      return answer(409, { statusCode: 409, name: "invalid_idempotent_request", message: "Same key, other contents." });
    }
    const behavior = planned.get(key)?.shift() ?? 200;
    if (behavior === 200 || behavior === "lost answer") kept.set(key, body);
    if (behavior === "lost answer") return request.socket.destroy();
    if (behavior === 200) return answer(200, { id: `resend-${key}` });
    return answer(behavior, { statusCode: behavior, name: "application_error", message: `Planned ${behavior}.` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attempts: (key) => attempts.filter((attempt) => attempt.key === key),
    delivered: (key) => (kept.has(key) ? 1 : 0),
    behave: (key, ...next) => planned.set(key, next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
