import type { NextConfig } from "next";

/** The headers that are the same for every answer; the content security policy needs a fresh nonce and is in proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Each local stack serves its own copy of the build; see supabase/local/build.ts.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // They build often, and the type check is a step of its own in `npm test`; everywhere else the build checks.
  typescript: { ignoreBuildErrors: process.env.NEXT_BUILD_UNCHECKED === "1" },
  experimental: { authInterrupts: true },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
