import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { stackDirectory } from "./places.ts";

const services = ["web", "api", "database", "mailbox", "smtp", "sheets"] as const;
export type Service = (typeof services)[number];
export type Ports = Record<Service, number>;

/** The numbers of the official CLI for the demo; every other stack starts further up. */
function usualPorts(name: string): Ports {
  const known = ["demo", "dev", "test"].indexOf(name);
  const step =
    known >= 0 ? known : 3 + ([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 400, 7) % 400);
  const base = 54_321 + step * 10;
  return { web: 3000 + step, api: base, database: base + 1, mailbox: base + 3, smtp: base + 4, sheets: base + 5 };
}

/** Ports of last time where still free, else the usual ones, else any free one. The choice is remembered. */
export async function choosePorts(name: string): Promise<Ports> {
  const path = join(stackDirectory(name), "ports.json");
  const remembered = readRemembered(path);
  const usual = usualPorts(name);
  const chosen: Partial<Ports> = {};
  for (const service of services) {
    const taken = Object.values(chosen);
    const candidates = [remembered[service], usual[service]].filter(
      (port) => port !== undefined && !taken.includes(port),
    ) as number[];
    chosen[service] = await firstFree(candidates);
  }
  mkdirSync(stackDirectory(name), { recursive: true });
  writeFileSync(path, JSON.stringify(chosen));
  return chosen as Ports;
}

async function firstFree(candidates: number[]): Promise<number> {
  for (const port of candidates) {
    const free = await tryPort(port);
    if (free) return free;
  }
  const any = await tryPort(0);
  if (!any) throw new Error("No free TCP port on 127.0.0.1.");
  return any;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : undefined));
    });
  });
}

function readRemembered(path: string): Partial<Ports> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Partial<Ports>;
  } catch {
    return {}; // first start
  }
}
