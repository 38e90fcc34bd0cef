import { THEME_COOKIE, type Theme } from "@/components/layout/theme";

const YEAR = 31_536_000;
const SYSTEM_IS_DARK = "(prefers-color-scheme: dark)";

/** Applies a theme at once and remembers it for the next page. In the browser only, like all of this file. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.themeChoice = theme;
  if (theme === "system") applySystemTheme();
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: a look, not a secret; the Cookie Store API is not everywhere yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
}

export function chosenTheme(): Theme {
  return (document.documentElement.dataset.themeChoice as Theme | undefined) ?? "system";
}

/** Keeps to the system's preference for as long as nobody chose a theme; returns how to stop. */
export function followSystemTheme(): () => void {
  const follow = () => {
    if (chosenTheme() === "system") applySystemTheme();
  };
  follow();
  const system = matchMedia(SYSTEM_IS_DARK);
  system.addEventListener("change", follow);
  return () => system.removeEventListener("change", follow);
}

function applySystemTheme(): void {
  document.documentElement.dataset.theme = matchMedia(SYSTEM_IS_DARK).matches ? "dark" : "light";
}
