import { getExportFile } from "@/lib/api/exports";
import { keyRoute } from "@/lib/api/key-route";

export const maxDuration = 300;

export const GET = keyRoute<RouteContext<"/api/v1/exports/[number]/file">>(
  "exports:read",
  async (request, caller, context) => getExportFile(request, caller, (await context.params).number),
);
