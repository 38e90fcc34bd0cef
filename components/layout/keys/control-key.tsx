"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** What the key beside the letter is called on this machine. */
export function ControlKey() {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘" : "Ctrl";
}
