import { getExport } from "@/lib/api/exports";
import { keyRoute } from "@/lib/api/key-route";

export const GET = keyRoute<RouteContext<"/api/v1/exports/[number]">>(
  "exports:read",
  async (_request, caller, context) => getExport(caller, (await context.params).number),
);
