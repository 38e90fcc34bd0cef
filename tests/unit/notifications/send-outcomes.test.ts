import { expect, test } from "vitest";
import { outcomeOfResendError } from "@/lib/notifications/resend-transport";
import { outcomeOfSmtpError } from "@/lib/notifications/smtp-transport";

test.each<[status: number | null, name: string, outcome: string, why: string]>([
  [null, "application_error", "failed", "no answer"],
  [500, "internal_server_error", "failed", "their fault"],
  [503, "application_error", "failed", "their fault"],
  [429, "rate_limit_exceeded", "failed", "slow down"],
  [429, "daily_quota_exceeded", "failed", "slow down"],
  [401, "missing_api_key", "failed", "our settings, somebody will put them right"],
  [403, "invalid_api_key", "failed", "our settings"],
  [409, "concurrent_idempotent_requests", "failed", "the first attempt is still running"],
  [409, "invalid_idempotent_request", "dead", "the key was used for other contents"],
  [422, "validation_error", "dead", "never gets better"],
  [400, "invalid_parameter", "dead", "never gets better"],
])("Resend %s %s → %s: %s", (statusCode, name, outcome, _why) => {
  const result = outcomeOfResendError({ statusCode, name, message: "why" });
  expect(result.outcome).toBe(outcome);
  expect(result).toHaveProperty("error", expect.stringContaining("why"));
});

test("only a slow-down ends the run", () => {
  expect(outcomeOfResendError({ statusCode: 429, name: "rate_limit_exceeded", message: "" })).toHaveProperty(
    "isBusy",
    true,
  );
  expect(outcomeOfResendError({ statusCode: 500, name: "application_error", message: "" })).not.toHaveProperty(
    "isBusy",
  );
});

test.each([
  [{ responseCode: 550, message: "no such user" }, "dead"],
  [{ responseCode: 554, message: "rejected" }, "dead"],
  [{ responseCode: 535, message: "bad sign-in" }, "failed"],
  [{ responseCode: 530, message: "sign in first" }, "failed"],
  [{ responseCode: 451, message: "greylisted" }, "failed"],
  [{ responseCode: 421, message: "too busy" }, "failed"],
  [{ code: "ETIMEDOUT", message: "timeout" }, "failed"],
  [new DOMException("aborted", "TimeoutError"), "failed"],
  [undefined, "failed"],
])("SMTP %j → %s", (error, outcome) => {
  expect(outcomeOfSmtpError(error).outcome).toBe(outcome);
});
