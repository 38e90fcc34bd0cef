import { env, isDevelopment } from "@/lib/env";

/** The framework and the root layout read the nonce of this request here. */
export const NONCE_HEADER = "x-nonce";

/**
 * Scripts need the request's nonce (or to be loaded by one that has it). Style attributes are allowed because React Aria
 * positions its popovers with them; style elements need the nonce. Workers parse CSV files from our own origin.
 */
export function contentSecurityPolicy(nonce: string): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (env().APP_URL.startsWith("https:")) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
