/** Light and dark follow the system unless a person chose one; the choice is a cookie, so the server renders it right. */
export type Theme = "system" | "light" | "dark";

export const THEME_COOKIE = "theme";

export function themeFrom(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

/** Runs before the first paint, where the server cannot know the system's preference: no flash of the other theme. */
export const earlyThemeScript = `if (document.documentElement.dataset.themeChoice === "system")
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";`;
