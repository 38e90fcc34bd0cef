// A delivery worker in a process of its own, which a test can kill. Vite reads the app's files as the tests do.
import { createViteServer } from "vitest/node";

const root = new URL("../../", import.meta.url).pathname;
const vite = await createViteServer({
  configFile: false,
  root,
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  appType: "custom",
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: "server-only", replacement: `${root}tests/support/nothing.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
});
const load = <T>(path: string) => vite.ssrLoadModule(path) as Promise<T>;
const { deliverDue } = await load<typeof import("@/lib/notifications/deliver")>("/lib/notifications/deliver.ts");
const { resendTransport } = await load<typeof import("@/lib/notifications/resend-transport")>(
  "/lib/notifications/resend-transport.ts",
);
const transport = resendTransport({
  apiKey: "re_test",
  baseUrl: process.env.PROVIDER_URL ?? "",
  from: "Orders <orders@example.test>",
});
await deliverDue({ transport, batch: 25, timeLimitMs: 60_000, sendTimeoutMs: 30_000 });
await vite.close();
