/** Light and dark follow the system unless a person chose one; the choice is a cookie, so the server renders it right. */
export type Theme = "system" | "light" | "dark";

export const THEME_COOKIE = "theme";

export function themeFrom(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

/**
 * Runs before the first paint where the server cannot know the system's preference, and follows it afterwards for as
 * long as nobody chose a theme.
 */
export const followSystemScript = `(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (root.dataset.themeChoice === "system") root.dataset.theme = system.matches ? "dark" : "light";
  };
  follow();
  system.addEventListener("change", follow);
})();`;
