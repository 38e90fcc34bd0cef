import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNextPath } from "@/lib/auth/safe-next-path";

describe("the way back from sign-in", () => {
  it.each([
    "/",
    "/northwind",
    "/northwind/orders?q=a%20b&page=2",
    "/northwind/orders/SO%2F10480",
    "/northwind/requests/CR-000123#audit",
  ])("keeps our own path %s", (path) => expect(safeNextPath(path)).toBe(path));

  it.each([
    "https://evil.test",
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/%2fevil.test",
    "/%5cevil.test",
    "/%252fevil.test",
    "/\t/evil.test",
    "/%09/evil.test",
    "/\n//evil.test",
    "/..//evil.test",
    "/a/..//evil.test",
    " //evil.test",
    "javascript:alert(1)",
    "/%",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "",
    `/${"a".repeat(2_001)}`,
    null,
    undefined,
    ["/northwind"],
  ])("goes to the start instead of %j", (path) => expect(safeNextPath(path)).toBe("/"));

  it("never leaves the site, whatever is asked for", () => {
    const text = fc.array(
      fc.constantFrom("/", "\\", "%2f", "%5c", "%09", "\t", "evil.test", "@", ":", "..", "?", "#", "a"),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const path = safeNextPath(`/${parts.join("")}`);
        expect(new URL(path, "https://ours.test").origin).toBe("https://ours.test");
        expect(path).not.toMatch(/^\/[/\\]/);
      }),
    );
  });
});
