import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { MailDev } from "maildev";
import { stackDirectory } from "./places.ts";

export type Mailbox = { stop: () => Promise<void> };

/** A mail server that delivers nothing: every message is kept and shown on its web page. */
export async function startMailbox(name: string, ports: { smtp: number; mailbox: number }): Promise<Mailbox> {
  const mailDirectory = join(stackDirectory(name), "mail");
  mkdirSync(mailDirectory, { recursive: true, mode: 0o700 });
  const mailbox = new MailDev({
    smtp: ports.smtp,
    ip: "127.0.0.1",
    web: ports.mailbox,
    webIp: "127.0.0.1",
    mailDirectory,
    maxEmails: 2_000,
    silent: true,
  });
  // biome-ignore-start lint/suspicious/noConsole: muted, because it announces its own address and ours says more
  const info = console.info;
  console.info = () => undefined;
  try {
    await mailbox.start();
  } finally {
    console.info = info;
  }
  // biome-ignore-end lint/suspicious/noConsole: muted
  return { stop: () => mailbox.stop() };
}
