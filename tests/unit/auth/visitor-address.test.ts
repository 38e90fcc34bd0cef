import { expect, test } from "vitest";
import { visitorAddress } from "@/lib/auth/visitor-address";

test.each([
  [null, null],
  ["", null],
  ["203.0.113.7", "203.0.113.7"],
  ["made-up-by-the-visitor, 203.0.113.7", "203.0.113.7"],
  [" 2001:db8::1 ", "2001:db8::1"],
  [`203.0.113.7, ${"x".repeat(101)}`, null],
])("%j comes from %j", (header, address) => {
  expect(visitorAddress({ get: () => header })).toBe(address);
});
