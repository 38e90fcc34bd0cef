import { getImport } from "@/lib/api/imports";
import { keyRoute } from "@/lib/api/key-route";

export const GET = keyRoute<RouteContext<"/api/v1/imports/[id]">>("imports:write", async (_request, caller, context) =>
  getImport(caller, (await context.params).id),
);
