"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId } from "react";
import { chooseTheme } from "@/components/layout/choose-theme";
import type { Theme } from "@/components/layout/theme";

const themes = [
  { id: "system", label: "Like the system", Icon: Monitor },
  { id: "light", label: "Light", Icon: Sun },
  { id: "dark", label: "Dark", Icon: Moon },
] as const;

type Props = { theme: Theme; onChange: (theme: Theme) => void };

/** Light, dark, or as the system has it. */
export function ThemeChoice({ theme, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="border-b border-border py-1">
      <legend className="px-2.5 pt-1 text-xs text-muted">Appearance</legend>
      {themes.map(({ id, label, Icon }) => (
        <label key={id} className="popup-item">
          <input
            type="radio"
            name={name}
            checked={theme === id}
            onChange={() => {
              chooseTheme(id);
              onChange(id);
            }}
            className="size-3.5 accent-accent"
          />
          <Icon aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
