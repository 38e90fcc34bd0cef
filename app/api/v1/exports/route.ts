import { getExports, postExport } from "@/lib/api/exports";
import { keyRoute } from "@/lib/api/key-route";

export const maxDuration = 300;

export const POST = keyRoute("exports:read", (request, caller) => postExport(request, caller));
export const GET = keyRoute("exports:read", (request, caller) => getExports(request, caller));
