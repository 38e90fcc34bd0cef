"use client";

import { type ReactNode, useState } from "react";
import { ControlKey } from "@/components/layout/keys/control-key";
import type { PageKeys } from "@/components/layout/keys/shell-keys";
import { areSingleKeysOn, switchSingleKeys } from "@/components/layout/keys/single-keys";
import type { PagePlace } from "@/components/layout/palette/page-places";
import { Dialog } from "@/components/ui/dialog";

export type KeyHelpProps = { places: readonly PagePlace[]; pageKeys: PageKeys | null; onClose: () => void };

/** Every key there is: here, everywhere, and to other pages. */
export function KeyHelp({ places, pageKeys, onClose }: KeyHelpProps) {
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <div className="flex flex-col gap-5">
        {pageKeys && (
          <KeyList title={pageKeys.title}>
            {pageKeys.keys.map(([key, what]) => (
              <KeyRow key={key} keys={[key]}>
                {what}
              </KeyRow>
            ))}
          </KeyList>
        )}
        <KeyList title="On every page">
          <KeyRow keys={[<ControlKey key="control" />, "K"]}>find an order or a request, or go to a page</KeyRow>
          <KeyRow keys={["?"]}>this list</KeyRow>
        </KeyList>
        <KeyList title="Go to" hasColumns>
          {places.map(
            ({ label, letter }) =>
              letter && (
                <KeyRow key={letter} keys={["g", letter]}>
                  {label}
                </KeyRow>
              ),
          )}
        </KeyList>
        <label className="flex items-start gap-2.5 border-t border-border pt-4 text-muted">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              switchSingleKeys(target.checked);
              setIsOn(target.checked);
            }}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          Single keys do something. Off, only those with <ControlKey /> do, in this browser.
        </label>
      </div>
    </Dialog>
  );
}

function KeyList({ title, hasColumns, children }: { title: string; hasColumns?: boolean; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-xs font-medium text-muted">{title}</h3>
      <dl className={hasColumns ? "grid gap-x-6 gap-y-2 sm:grid-cols-2" : "grid gap-y-2"}>{children}</dl>
    </section>
  );
}

function KeyRow({ keys, children }: { keys: readonly ReactNode[]; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-3">
      <dt className="flex min-w-20 shrink-0 gap-1">
        {keys.map((key, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sequence that never changes
          <kbd key={place} className="min-w-6 rounded-md border border-border bg-default px-1.5 text-center font-mono">
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
