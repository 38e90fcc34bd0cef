import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { DocumentSetup } from "@/components/layout/document-setup";
import { OfflineNotice } from "@/components/layout/offline-notice";
import { earlyThemeScript, THEME_COOKIE, themeFrom } from "@/components/layout/theme";
import { NONCE_HEADER } from "@/lib/content-security-policy";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Order changes", template: "%s · Order changes" },
  description: "Change requests for open orders: checked, approved, written once, logged.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9fafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1216" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get(NONCE_HEADER) ?? undefined;
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? "light" : theme}
      data-theme-choice={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      // The script below sets the theme before React looks.
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, under the page's nonce */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: earlyThemeScript }} />
      </head>
      <body>
        <DocumentSetup nonce={nonce} />
        <NuqsAdapter>{children}</NuqsAdapter>
        <OfflineNotice />
      </body>
    </html>
  );
}
