import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { createTransport } from "nodemailer";
import { authMailTemplates, plainAuthMail } from "./auth-mail.ts";
import { applyCommandTimeouts } from "./command-timeouts.ts";
import { withReadableAnswers } from "./readable-answers.ts";
import type { Secrets } from "./secrets.ts";

export type ApiOptions = {
  /** For the tables of the auth schema, before migrations. */
  adminDatabaseUrl: string;
  /** For every request. */
  databaseUrl: string;
  port: number;
  siteUrl: string;
  smtpUrl: string;
  secrets: Pick<Secrets, "jwtSecret" | "publishableKey" | "secretKey">;
  /** Hosted projects ask new people to confirm their address; seeding and tests cannot wait for that. */
  confirmEmail: boolean;
};

export type Api = {
  /** The one asked for, or with 0 the one it got. */
  port: number;
  stop: () => Promise<void>;
};

/** Makes the auth schema, which migrations refer to. */
export async function prepareAuthSchema(options: ApiOptions): Promise<void> {
  const connection = connect(options.adminDatabaseUrl);
  try {
    await createApp(connection, options).ensureSystemSchema();
  } finally {
    await connection.close();
  }
}

/** Serves the data and auth API. Start it after the migrations: it reads the catalogue once. */
export async function startApi(options: ApiOptions): Promise<Api> {
  const connection = connect(options.databaseUrl);
  await applyCommandTimeouts(connection, options.databaseUrl);
  const app = createApp(connection, options);
  await app.init();
  const server = await new Promise<ServerType>((resolve, reject) => {
    const fetch = withReadableAnswers((request) => app.fetch(request));
    const listening = serve({ fetch, port: options.port, hostname: "127.0.0.1" }, () => resolve(listening));
    listening.once("error", reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // A connection whose request was cut off is never given back, and closing waits for it; PostgreSQL stops next anyway.
      const patience = new Promise((resolve) => setTimeout(resolve, 3_000).unref());
      await Promise.race([connection.close(), patience]);
    },
  };
}

function connect(url: string) {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 40,
      onnotice: () => undefined,
      types: {
        // Arguments of RPCs arrive as JSON text already; the default would quote that text a second time.
        json: {
          to: 114,
          from: [114],
          serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
          parse: JSON.parse,
        },
        jsonb: {
          to: 3802,
          from: [3802],
          serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
          parse: JSON.parse,
        },
      },
    },
  });
  // The original grants anon and authenticated every right on every table of a schema that has row-level security, and
  // applies no role at all when there is none. Hosted projects do neither: rights come from migrations, roles always apply.
  Object.defineProperty(connection, "ensureRlsContext", { value: async () => true });
  return connection;
}

function createApp(connection: ReturnType<typeof connect>, { secrets, siteUrl, smtpUrl, confirmEmail }: ApiOptions) {
  const mail = createTransport(smtpUrl);
  return new App({
    connection,
    api: { schemas: ["public"], max_rows: 1000 },
    auth: {
      enabled: true,
      site_url: siteUrl,
      additional_redirect_urls: [`${siteUrl}/**`],
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      minimum_password_length: 10,
      email: { enable_signup: true, enable_confirmations: confirmEmail, template: authMailTemplates },
    },
    options: {
      server: { admin: false, disableStudio: true },
      drivers: {
        email: {
          send: async ({ to, subject, text, html }) => {
            await mail.sendMail({
              from: "Sign-in <sign-in@localhost>",
              to,
              subject,
              text: html ? plainAuthMail(html) : text,
              html,
            });
          },
        },
      },
    },
  });
}
