// Replaced by `npm run types:generate`.
// biome-ignore lint/suspicious/noExplicitAny: the generated types take this file's place
export type Database = any;
