import "server-only";
import { z } from "zod";

const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

const schema = z
  .object({
    SUPABASE_URL: z.url(),
    SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
    SUPABASE_SECRET_KEY: z.string().min(1),
    APP_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
    CRON_SECRET: z.string().min(16),
    MAIL_FROM: z.string().min(3),
    RESEND_API_KEY: optional,
    RESEND_BASE_URL: optional,
    RESEND_WEBHOOK_SECRET: optional,
    SMTP_URL: optional,
  })
  .readonly();

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/**
 * The server's settings, read on first use and not at import, so that a build needs none of them and one build serves
 * any address. Throws with the names (never the values) of what is missing.
 */
export function env(): Env {
  if (cached) return cached;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Error(`Environment variables missing or malformed: ${names.join(", ")}. See .env.example.`);
  }
  cached = parsed.data;
  return cached;
}

export const isDevelopment = process.env.NODE_ENV === "development";
