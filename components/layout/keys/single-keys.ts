const SETTING = "single-keys";

/** Whether keys without Ctrl or Cmd do something. Who dictates or has a shaky hand switches them off; Ctrl K stays. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}

export function switchSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, "off");
  } catch {
    // A browser that keeps nothing: they stay on.
  }
}

/** True for a key that is meant as a command: pressed alone, and not into a field or a dialog. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const isTaken =
    event.target instanceof Element &&
    event.target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open], [popover]:popover-open",
    );
  return !isTaken && areSingleKeysOn();
}
