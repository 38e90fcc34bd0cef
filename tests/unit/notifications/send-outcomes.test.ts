import { expect, test } from "vitest";
import { outcomeOfResendError } from "@/lib/notifications/resend-transport";
import { retryAfterSeconds } from "@/lib/notifications/retry-after";
import { outcomeOfSmtpError } from "@/lib/notifications/smtp-transport";

const mayHaveLeft = { outcome: "failed", isUnknown: true };
const didNotLeave = { outcome: "failed", isUnknown: false };
const final = { outcome: "dead" };

test.each<[status: number | null, name: string, expected: object, why: string]>([
  [null, "application_error", mayHaveLeft, "no answer"],
  [500, "internal_server_error", mayHaveLeft, "their fault, perhaps after taking it"],
  [503, "application_error", mayHaveLeft, "their fault, perhaps after taking it"],
  [409, "concurrent_idempotent_requests", mayHaveLeft, "the first attempt is still running"],
  [401, "missing_api_key", didNotLeave, "our settings, somebody will put them right"],
  [403, "invalid_api_key", didNotLeave, "our settings"],
  [429, "rate_limit_exceeded", { outcome: "busy", retryAfterSeconds: 1 }, "slow down"],
  [429, "daily_quota_exceeded", { outcome: "busy", retryAfterSeconds: 3600 }, "enough for today"],
  [409, "invalid_idempotent_request", final, "the key was used for other contents"],
  [422, "validation_error", final, "never gets better"],
  [400, "invalid_parameter", final, "never gets better"],
])("Resend %s %s", (statusCode, name, expected) => {
  expect(outcomeOfResendError({ statusCode, name, message: "why" })).toMatchObject({
    ...expected,
    error: expect.stringContaining("why"),
  });
});

test("what the provider says about when to come back is kept", () => {
  const error = { statusCode: 429, name: "rate_limit_exceeded", message: "" };
  expect(outcomeOfResendError(error, 7)).toMatchObject({ outcome: "busy", retryAfterSeconds: 7 });
  expect(outcomeOfResendError({ ...error, statusCode: 503 }, 90)).toMatchObject({
    outcome: "failed",
    retryAfterSeconds: 90,
  });
});

test.each([
  ["12", 12],
  [" 0 ", 0],
  ["Thu, 26 Nov 2026 07:00:30 GMT", 30],
  ["Thu, 26 Nov 2026 06:00:00 GMT", 0],
  ["soon", undefined],
  ["-5", undefined],
  ["", undefined],
  [undefined, undefined],
])("Retry-After %j is %j seconds", (header, seconds) => {
  expect(retryAfterSeconds(header, Date.parse("2026-11-26T07:00:00Z"))).toBe(seconds);
});

test.each([
  [{ responseCode: 550, message: "no such user" }, final],
  [{ responseCode: 554, message: "rejected" }, final],
  [{ responseCode: 535, message: "bad sign-in", code: "EAUTH" }, didNotLeave],
  [{ responseCode: 530, message: "sign in first" }, didNotLeave],
  [{ responseCode: 451, message: "greylisted" }, didNotLeave],
  [
    { responseCode: 421, message: "too busy" },
    { outcome: "busy", retryAfterSeconds: 30 },
  ],
  [{ code: "ESOCKET", command: "CONN", message: "connect ECONNREFUSED" }, didNotLeave],
  [{ code: "EDNS", message: "getaddrinfo ENOTFOUND" }, didNotLeave],
  [{ code: "ETIMEDOUT", command: "DATA", message: "timeout" }, mayHaveLeft],
  [new DOMException("aborted", "TimeoutError"), mayHaveLeft],
  [undefined, mayHaveLeft],
])("SMTP %j", (error, expected) => {
  expect(outcomeOfSmtpError(error)).toMatchObject(expected);
});
