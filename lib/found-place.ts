/** Somewhere to go that a search found: what it is, what to show of it, and its address. */
export type FoundPlace = { kind: "order" | "request"; label: string; detail: string; href: string };

/** The longest text that is searched for. */
export const SEARCH_LENGTH = 100;
