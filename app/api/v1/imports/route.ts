import { postImport } from "@/lib/api/imports";
import { keyRoute } from "@/lib/api/key-route";

/** A large file is compared and written within one request. */
export const maxDuration = 300;

export const POST = keyRoute("imports:write", (request, caller) => postImport(request, caller));
