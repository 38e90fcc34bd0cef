const at = (org: string, ...rest: string[]) => `/${[org, ...rest].map(encodeURIComponent).join("/")}`;

/** Every address of the application, in one place. `org` is the organization's slug. */
export const routes = {
  start: () => "/",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  noOrganization: () => "/no-organization",
  home: (org: string) => at(org),
  orders: (org: string) => at(org, "orders"),
  order: (org: string, number: string) => at(org, "orders", number),
  changeOrder: (org: string, number: string) => at(org, "orders", number, "change"),
  requests: (org: string) => at(org, "requests"),
  request: (org: string, number: string) => at(org, "requests", number),
  queue: (org: string) => at(org, "queue"),
  fulfillment: (org: string) => at(org, "fulfillment"),
  import: (org: string) => at(org, "import"),
  importRun: (org: string, id: string) => at(org, "import", id),
  importRows: (org: string, id: string) => at(org, "import", id, "rows"),
  export: (org: string) => at(org, "export"),
  exportDownload: (org: string, number: number, source?: number) =>
    at(org, "export", String(number), "download") + (source ? `?source=${source}` : ""),
  audit: (org: string) => at(org, "audit"),
  settings: (org: string) => at(org, "settings"),
  statusWords: (org: string) => at(org, "settings", "status-words"),
  reasons: (org: string) => at(org, "settings", "reasons"),
  lockRules: (org: string) => at(org, "settings", "locks"),
  people: (org: string) => at(org, "settings", "people"),
  notificationSettings: (org: string) => at(org, "settings", "notifications"),
} as const;
