/** Set by proxy.ts, so that signing in leads back to the page that asked for it. A hint, checked before use. */
export const PATH_HEADER = "x-requested-path";
