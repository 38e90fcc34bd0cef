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
  const info = console.info;
  console.info = () => undefined; // it announces its own address; ours says more
  try {
    await mailbox.start();
  } finally {
    console.info = info;
  }
  return { stop: () => mailbox.stop() };
}
