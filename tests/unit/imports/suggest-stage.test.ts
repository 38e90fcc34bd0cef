import { expect, test } from "vitest";
import { suggestStage } from "@/lib/imports/suggest-stage";

test.each([
  ["Pending Fulfillment", "open"],
  [" PENDING  BILLING ", "shipped"],
  ["Pending Billing/Partially Fulfilled", "partially_shipped"],
  ["On Hold", "on_hold"],
  ["on_hold", "on_hold"],
  ["Ｐｉｃｋｅｄ", "picked"],
  ["To Bill", "shipped"],
  ["Resolved", "closed"],
  ["Canceled", "cancelled"],
  ["constructor", null],
  ["whatever", null],
  ["", null],
])("%j is proposed as %j", (word, stage) => expect(suggestStage(word)).toBe(stage));
