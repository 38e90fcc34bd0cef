/** What a key may do. The names are those of the API. */
export const API_KEY_SCOPES = ["imports:write", "exports:read"] as const;

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

const words = {
  "imports:write": { label: "Import files", description: "Sends files, sees their preview and imports them." },
  "exports:read": { label: "Export updates", description: "Makes exports and downloads them." },
} satisfies Record<ApiKeyScope, { label: string; description: string }>;

export const scopeWords = (scope: ApiKeyScope): { label: string; description: string } => words[scope];
