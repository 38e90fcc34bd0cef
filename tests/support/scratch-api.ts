import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type ApiOptions, startApi } from "../../supabase/local/api.ts";

/** The API of one database in a process of its own, so that it and the test have a core each. Ends with this process. */
export async function startScratchApi(
  options: Omit<ApiOptions, "port">,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, SCRATCH_API: JSON.stringify(options) },
  });
  const [port] = (await once(child, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

if (process.send && process.env.SCRATCH_API) {
  const api = await startApi({ ...(JSON.parse(process.env.SCRATCH_API) as Omit<ApiOptions, "port">), port: 0 });
  // The channel closes when the test's process goes, however it goes.
  process.once("disconnect", () => process.exit());
  process.send(api.port);
}
