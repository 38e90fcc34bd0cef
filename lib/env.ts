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
    GOOGLE_SHEETS_BASE_URL: optional,
  })
  // A stand-in for Google, for tests. Both it and the app have to be on this very machine: where people really work, the app
  // has an address of its own, and then nobody can point it at another host, or at one of its own network.
  .refine(({ GOOGLE_SHEETS_BASE_URL: base, APP_URL }) => !base || (isLoopback(base) && isLoopback(APP_URL)), {
    path: ["GOOGLE_SHEETS_BASE_URL"],
    error: "only for tests on this machine",
  })
  .readonly();

function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(url).hostname);
}

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/**
 * The server's settings, read on first use and not at import, so that a build needs none of them and one build serves
 * any address. Throws with the names (never the values) of what is missing.
 */
export function env(): Env {
  if (cached) return cached;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`${problemIn(parsed.error)}. See .env.example.`);
  cached = parsed.data;
  return cached;
}

/** The names of what is missing or malformed, for who looks after the server; null when nothing is. */
export function settingsProblem(): string | null {
  const { error } = schema.safeParse(process.env);
  return error ? problemIn(error) : null;
}

function problemIn({ issues }: z.ZodError): string {
  const names = issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  return `Environment variables missing or malformed: ${names.join(", ")}`;
}

export const isDevelopment = process.env.NODE_ENV === "development";
