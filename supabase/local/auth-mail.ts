import { join } from "node:path";
import { projectRoot } from "./places.ts";

const template = (name: string, subject: string) => ({
  subject,
  content_path: join(projectRoot, "supabase/templates", `${name}.html`),
});

/** The mails of the auth API, the same as config.toml gives to a hosted project. */
export const authMailTemplates = {
  magic_link: template("magic_link", "Your sign-in link"),
  recovery: template("recovery", "Set a new password"),
  confirmation: template("confirmation", "Confirm your address"),
};

/** The plain text of such a mail. The API's own would link to itself, where opening a link uses it up. */
export function plainAuthMail(html: string): string {
  const [, link = ""] = /href="([^"]+)"/.exec(html) ?? [];
  const words = html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();
  return `${words}\n\n${link.replaceAll("&amp;", "&")}\n`;
}
