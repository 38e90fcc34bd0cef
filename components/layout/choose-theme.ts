import { THEME_COOKIE, type Theme } from "@/components/layout/theme";

const YEAR = 31_536_000;

/** Applies a theme at once and remembers it for the next page. In the browser only. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  const isSystemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.themeChoice = theme;
  root.dataset.theme = theme === "system" ? (isSystemDark ? "dark" : "light") : theme;
  // biome-ignore lint/suspicious/noDocumentCookie: a look, not a secret; the Cookie Store API is not everywhere yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
}

export function chosenTheme(): Theme {
  return (document.documentElement.dataset.themeChoice as Theme | undefined) ?? "system";
}
