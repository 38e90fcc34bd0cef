import type { Instrumentation } from "next";

/** A page, action or route that failed with a bug: one line with its place and the reference that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // The proxy's runtime loads this file too; only what is needed is loaded, and only then.
  const { logError } = await import("@/lib/log");
  logError("request failed", error, { method: request.method, route: context.routePath, kind: context.routeType });
};
