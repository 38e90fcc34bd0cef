import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import type { Organization } from "./organization.ts";

/** Answers to the whole interview, as somebody gives them on the first day. */
export const firstAnswers = {
  system: { id: "netsuite", name: "NetSuite" },
  status_words: [
    { word: "Pending Fulfillment", stage: "open" },
    { word: "Picked", stage: "picked" },
    { word: "Wave", stage: "picking" },
  ],
  formats: {
    order_number: [{ pattern: "SO-#####", example: "SO-48201" }],
    sku: [{ pattern: "A+-*", example: "WIDGET-1" }],
    import_misfits: "refuse",
  },
  sites: [
    {
      code: "main",
      name: "Newark",
      time_zone: "America/New_York",
      ship_cutoff: "15:30",
      work_days: [1, 2, 3, 4, 5],
      is_default: true,
      holidays: [{ day: "2026-12-25", name: "Christmas" }],
    },
    {
      code: "west",
      name: "Reno",
      time_zone: "America/Los_Angeles",
      ship_cutoff: "14:00",
      work_days: [1, 6],
      is_default: false,
    },
  ],
  daily_orders: 120,
  approval_rules: [],
  fulfillment_email: "Dock@Example.com",
  exceptions: "Brightwater may always add a line.",
};

/** Applies answers as the organization's admin, or as another one. */
export function applySetup(
  org: Organization,
  answers: unknown,
  options: { expected?: number; key?: string; by?: { userId: string } } = {},
): Promise<Answer> {
  return ask((options.by ?? org.admin).userId, "apply_setup", {
    p_org: org.id,
    p_answers: answers,
    p_expected_version: options.expected ?? 0,
    p_idempotency_key: options.key ?? randomUUID(),
  });
}
