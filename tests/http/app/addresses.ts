import type { Role } from "../../support/organization.ts";

/** What an address needs to exist, from the organization it is about. */
export type Place = { slug: string; order: string; request: string; importId: string; exportNumber: string };

type Address = {
  path: (place: Place) => string;
  /** Who may; undefined: every active member. */
  role?: Role;
  /** A route handler answers with a status where a page leads to sign-in. */
  isRoute?: true;
  method?: "POST";
  /** Sends whoever may come on to another page. */
  leadsOn?: true;
};

/** Every address of an organization. A new page or route has to be added here before the tests of this folder pass. */
export const addresses: Record<string, Address> = {
  "/[org]": { path: ({ slug }) => `/${slug}` },
  "/[org]/audit": { path: ({ slug }) => `/${slug}/audit`, role: "admin" },
  "/[org]/audit/download": { path: ({ slug }) => `/${slug}/audit/download?format=csv`, role: "admin", isRoute: true },
  "/[org]/export": { path: ({ slug }) => `/${slug}/export`, role: "admin" },
  "/[org]/export/[number]/download": {
    path: ({ slug, exportNumber }) => `/${slug}/export/${exportNumber}/download`,
    role: "admin",
    isRoute: true,
  },
  "/[org]/find": { path: ({ slug }) => `/${slug}/find?q=SO`, isRoute: true },
  "/[org]/fulfillment": { path: ({ slug }) => `/${slug}/fulfillment` },
  "/[org]/fulfillment/changes": { path: ({ slug }) => `/${slug}/fulfillment/changes` },
  "/[org]/fulfillment/mark": { path: ({ slug, order }) => `/${slug}/fulfillment/mark?order=${order}` },
  "/[org]/fulfillment/pulse": { path: ({ slug }) => `/${slug}/fulfillment/pulse`, isRoute: true },
  "/[org]/import": { path: ({ slug }) => `/${slug}/import`, role: "admin" },
  "/[org]/import/sources": { path: ({ slug }) => `/${slug}/import/sources`, role: "admin" },
  "/[org]/import/[id]": { path: ({ slug, importId }) => `/${slug}/import/${importId}`, role: "admin" },
  "/[org]/import/[id]/errors": {
    path: ({ slug, importId }) => `/${slug}/import/${importId}/errors`,
    role: "admin",
    isRoute: true,
  },
  "/[org]/import/[id]/progress": {
    path: ({ slug, importId }) => `/${slug}/import/${importId}/progress`,
    role: "admin",
    isRoute: true,
  },
  "/[org]/import/[id]/rows": {
    path: ({ slug, importId }) => `/${slug}/import/${importId}/rows`,
    role: "admin",
    isRoute: true,
    method: "POST",
  },
  "/[org]/notifications": { path: ({ slug }) => `/${slug}/notifications` },
  "/[org]/notifications/unread": { path: ({ slug }) => `/${slug}/notifications/unread`, isRoute: true },
  "/[org]/import/sheet": { path: ({ slug }) => `/${slug}/import/sheet`, role: "admin", isRoute: true, method: "POST" },
  "/[org]/orders": { path: ({ slug }) => `/${slug}/orders` },
  "/[org]/orders/[number]": { path: ({ slug, order }) => `/${slug}/orders/${order}` },
  "/[org]/orders/[number]/change": { path: ({ slug, order }) => `/${slug}/orders/${order}/change`, role: "requester" },
  "/[org]/profile": { path: ({ slug }) => `/${slug}/profile` },
  "/[org]/queue": { path: ({ slug }) => `/${slug}/queue`, role: "approver" },
  "/[org]/requests": { path: ({ slug }) => `/${slug}/requests` },
  "/[org]/requests/[number]": { path: ({ slug, request }) => `/${slug}/requests/${request}` },
  "/[org]/settings": { path: ({ slug }) => `/${slug}/settings`, role: "admin", leadsOn: true },
  "/[org]/settings/formats": { path: ({ slug }) => `/${slug}/settings/formats`, role: "admin" },
  "/[org]/settings/api-keys": { path: ({ slug }) => `/${slug}/settings/api-keys`, role: "admin" },
  "/[org]/settings/approvals": { path: ({ slug }) => `/${slug}/settings/approvals`, role: "admin" },
  "/[org]/settings/locks": { path: ({ slug }) => `/${slug}/settings/locks`, role: "admin" },
  "/[org]/settings/mail": { path: ({ slug }) => `/${slug}/settings/mail`, role: "admin" },
  "/[org]/settings/notifications": { path: ({ slug }) => `/${slug}/settings/notifications`, role: "admin" },
  "/[org]/settings/people": { path: ({ slug }) => `/${slug}/settings/people`, role: "admin" },
  "/[org]/settings/reasons": { path: ({ slug }) => `/${slug}/settings/reasons`, role: "admin" },
  "/[org]/settings/setup": { path: ({ slug }) => `/${slug}/settings/setup`, role: "admin" },
  "/[org]/settings/setup/[step]": { path: ({ slug }) => `/${slug}/settings/setup/words`, role: "admin" },
  "/[org]/settings/sites": { path: ({ slug }) => `/${slug}/settings/sites`, role: "admin" },
  "/[org]/settings/status-words": { path: ({ slug }) => `/${slug}/settings/status-words`, role: "admin" },
};

/** The other addresses, which belong to nobody's organization. */
export const publicAddresses = [
  "/",
  "/_global-error",
  "/_not-found",
  "/api/cron",
  "/api/health",
  "/api/v1/exports",
  "/api/v1/exports/[number]",
  "/api/v1/exports/[number]/file",
  "/api/v1/imports",
  "/api/v1/imports/[id]",
  "/api/webhooks/resend",
  "/auth/check-mail",
  "/auth/confirm",
  "/icon.svg",
  "/invite/[token]",
  "/no-organization",
  "/reset",
  "/sign-in",
  "/sign-in/forgot",
  "/sign-in/link",
  "/welcome",
];
