import { mkdirSync, readFileSync } from "node:fs";
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
  refuseWhatIsListed(mailbox, name);
  return { stop: () => mailbox.stop() };
}

/** Addresses, one a line, that a stack's mail server takes no mail for at the moment: for tests of mail that fails and recovers. */
export function refusedAddressesFile(name: string): string {
  return join(stackDirectory(name), "refused-addresses");
}

type RcptTo = (address: { address: string }, session: unknown, done: (error?: Error) => void) => void;

/** MailDev passes no way to refuse on to the smtp-server inside it, so the handler is set on that; versions are pinned. */
function refuseWhatIsListed(mailbox: MailDev, name: string): void {
  const servers = mailbox.getServers() as unknown as { smtp: { smtp: { onRcptTo: RcptTo } } };
  servers.smtp.smtp.onRcptTo = ({ address }, _session, done) => {
    if (!refusedAddresses(name).includes(address)) return done();
    done(Object.assign(new Error("4.3.2 This mail server is down for a moment"), { responseCode: 451 }));
  };
}

function refusedAddresses(name: string): string[] {
  try {
    return readFileSync(refusedAddressesFile(name), "utf8").split("\n");
  } catch {
    return []; // nobody is refused
  }
}
