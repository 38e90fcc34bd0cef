import { cn } from "@heroui/styles";
import { ArrowRight, CornerDownLeft, Inbox, Package } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Option, OptionGroup } from "@/components/layout/palette/options";

const icons = { order: Package, request: Inbox, page: ArrowRight };

type Props = {
  /** Of the list; its options are this and their number. */
  id: string;
  groups: readonly OptionGroup[];
  active: Option | undefined;
  onPoint: (option: Option) => void;
  onChoose: (option: Option) => void;
};

/** What can be chosen in the palette. The focus never comes here: the field says which option is the active one. */
export function PaletteList({ id, groups, active, onPoint, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const href = active?.href;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves the choice has to bring it into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [href]);
  const all = groups.flatMap(({ options }) => options);
  return (
    <div ref={list} id={id} role="listbox" aria-label="Places" className="palette-list">
      {groups.map(({ title, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element is
        <div key={title} role="group" aria-label={title}>
          <p aria-hidden className="px-2.5 pt-2.5 pb-1 text-xs text-muted">
            {title}
          </p>
          {options.map((option) => {
            const { kind, label, detail } = option;
            const Icon = icons[kind];
            const isActive = option.href === href;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              <div
                key={option.href}
                id={`${id}-${all.indexOf(option)}`}
                role="option"
                aria-selected={isActive}
                // Not when the list moves under a mouse at rest.
                onMouseMove={() => isActive || onPoint(option)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(option)}
                className={cn(
                  "flex scroll-my-2 items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm",
                  isActive && "bg-default",
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 grow truncate">
                  <span className="font-medium">{label}</span>
                  {detail && <span className="text-muted">{` ${detail}`}</span>}
                </span>
                {isActive && <CornerDownLeft aria-hidden className="size-3.5 shrink-0 text-muted" />}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
