import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { refusedAddressesFile } from "../../supabase/local/mailbox.ts";
import { connections } from "./connections.ts";

export type Mail = {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
  from: { address: string }[];
};

const api = connections.mailboxUrl.replace("/index.html", "/api/email");

/** Every message the local mailbox holds for an address, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${api}?limit=200&to.address=${encodeURIComponent(address)}`);
  if (!response.ok) throw new Error(`The mailbox answered ${response.status}.`);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => mail.to.some((to) => to.address === address));
}

/** Waits for a message whose subject matches; messages arrive a moment after the page has answered. */
export async function waitForMail(address: string, subject: RegExp, timeoutMs = 15_000): Promise<Mail> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const mails = await mailsTo(address);
    const found = mails.find((mail) => subject.test(mail.subject));
    if (found) return found;
    if (Date.now() > end)
      throw new Error(
        `No mail to ${address} with ${subject}; there are: ${mails.map((mail) => mail.subject).join(" · ") || "none"}.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const refused = refusedAddressesFile(process.env.TEST_STACK ?? "test");

/** From now on the mail server answers 451 for these addresses, until `takeMailAgain`. Others are not touched. */
export function refuseMailTo(...addresses: string[]): void {
  appendFileSync(refused, `${addresses.join("\n")}\n`);
}

export function takeMailAgain(...addresses: string[]): void {
  const left = readFileSync(refused, "utf8")
    .split("\n")
    .filter((address) => !addresses.includes(address));
  // Written beside and moved, so that nobody reads half of it.
  writeFileSync(`${refused}.new`, left.join("\n"));
  renameSync(`${refused}.new`, refused);
}
