import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Attempt = { key: string; to: string; subject: string; body: string };

/**
 * 200 keeps the mail, another number refuses it. "lost answer" keeps it and hangs up before saying so, "no answer" keeps it
 * and never says anything.
 */
export type Behavior = number | "lost answer" | "no answer" | { status: number; retryAfter: number };

export type ResendStandIn = {
  url: string;
  /** Every attempt for a key, in order. */
  attempts: (key: string) => Attempt[];
  /** How many mails a recipient really has: attempts with a key that was kept before don't count. */
  delivered: (key: string) => number;
  /** Every key of which a mail was kept. */
  keptKeys: () => string[];
  /** What to answer to the next attempts for a key; what `otherwise` says after that. */
  behave: (key: string, ...next: Behavior[]) => void;
  /** What to answer where nothing is planned: 200 unless something else is given. */
  otherwise: (plan: (key: string, attempt: number) => Behavior) => void;
  /** Resolves once so many more attempts have come in. */
  afterAttempts: (count: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** Answers `POST /emails` as Resend documents it, with idempotency keys that remember their contents. */
export async function startResendStandIn(): Promise<ResendStandIn> {
  const byKey = new Map<string, Attempt[]>();
  const kept = new Map<string, string>();
  const planned = new Map<string, Behavior[]>();
  const waiting: { left: number; resolve: () => void }[] = [];
  let otherwise: (key: string, attempt: number) => Behavior = () => 200;

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const key = String(request.headers["idempotency-key"] ?? "");
    const { to, subject } = JSON.parse(body) as Attempt;
    const attempts = byKey.get(key) ?? [];
    byKey.set(key, [...attempts, { key, to, subject, body }]);
    const answer = (status: number, content: object, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(content));

    const before = kept.get(key);
    if (before !== undefined && before !== body) {
      return answer(409, { statusCode: 409, name: "invalid_idempotent_request", message: "Same key, other contents." });
    }
    const behavior = planned.get(key)?.shift() ?? otherwise(key, attempts.length + 1);
    if (behavior === 200 || behavior === "lost answer" || behavior === "no answer") kept.set(key, body);
    for (const one of waiting) if (--one.left === 0) one.resolve();
    if (behavior === "no answer") return;
    if (behavior === "lost answer") return request.socket.destroy();
    if (behavior === 200) return answer(200, { id: `resend-${key}` });
    const { status, retryAfter } = typeof behavior === "number" ? { status: behavior, retryAfter: null } : behavior;
    const name = status === 429 ? "rate_limit_exceeded" : "application_error";
    const headers = retryAfter === null ? {} : { "retry-after": String(retryAfter) };
    return answer(status, { statusCode: status, name, message: `Planned ${status}.` }, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attempts: (key) => byKey.get(key) ?? [],
    delivered: (key) => (kept.has(key) ? 1 : 0),
    keptKeys: () => [...kept.keys()],
    behave: (key, ...next) => planned.set(key, next),
    otherwise: (plan) => {
      otherwise = plan;
    },
    afterAttempts: (left) => new Promise((resolve) => waiting.push({ left, resolve })),
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
