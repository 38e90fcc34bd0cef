import { afterEach, expect, test, vi } from "vitest";
import { logError } from "@/lib/log";
import { redact } from "@/lib/redact";

const written = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => written.mockClear());
const entry = () => JSON.parse(String(written.mock.calls[0]?.[0])) as Record<string, unknown>;

test.each([
  ["a secret key", "apikey sb_secret_abcdefgh12345678 failed", "apikey sb_secret_… failed"],
  ["a provider's key", "re_AbCdEf123456789", "re_…"],
  ["a session", `token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl!`, "token [token]!"],
  ["a header", "authorization: Bearer abc.def/ghi", "authorization: Bearer [token]"],
  ["a link", "/auth/confirm?token_hash=pkce_123&type=magiclink", "/auth/confirm?token_hash=…&type=magiclink"],
  ["an invitation", "/invite/0123456789abcdef0123456789abcdef", "/invite/…"],
  [
    "a database address",
    "postgres://postgres:hunter2@db.example.com:5432",
    "postgres://postgres:…@db.example.com:5432",
  ],
  ["a person's address", "mail to carl.smith+x@northwind.test bounced", "mail to …@northwind.test bounced"],
])("%s is made unusable", (_, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test("a failure is one line of JSON with its causes", () => {
  const cause = Object.assign(new Error("duplicate key of carl@northwind.test"), { code: "23505" });
  logError("mail delivery", new Error("not settled", { cause }), { batch: 4 });
  expect(written).toHaveBeenCalledTimes(1);
  expect(String(written.mock.calls[0]?.[0])).not.toContain("\n");
  expect(entry()).toMatchObject({
    level: "error",
    what: "mail delivery",
    batch: 4,
    error: { message: "not settled", cause: { code: "23505", message: "duplicate key of …@northwind.test" } },
  });
});

test.each([
  ["text", "text"],
  [null, "null"],
  [undefined, "undefined"],
  [{}, "no message"],
])("%o can be thrown too", (thrown, message) => {
  logError("odd", thrown);
  expect(entry()).toMatchObject({ error: { message } });
});

test("causes in a circle and endless messages end", () => {
  const error = new Error("x".repeat(100_000));
  error.cause = error;
  logError("big", error);
  expect(String(written.mock.calls[0]?.[0]).length).toBeLessThan(50_000);
});
