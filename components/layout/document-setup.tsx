"use client";

import { useLayoutEffect } from "react";
import { followSystemTheme } from "@/components/layout/choose-theme";

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * What the document needs in the browser. React Aria reads the nonce for the style elements it adds; the first one stays,
 * because the document keeps its policy while form actions render the layout again with another. The theme is set here
 * too, for error pages, whose document React builds in the browser without running its scripts.
 */
export function DocumentSetup({ nonce }: { nonce?: string }) {
  if (typeof window !== "undefined") globalThis.__webpack_nonce__ ??= nonce;
  useLayoutEffect(followSystemTheme, []);
  return null;
}
