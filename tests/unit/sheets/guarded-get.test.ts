import { beforeEach, expect, test, vi } from "vitest";

const resolved = vi.hoisted(() => ({ addresses: [] as { address: string; family: number }[], asked: 0 }));

// The one thing that is made up: what names resolve to, which is what an attacker of this guard controls.
vi.mock("node:dns", () => ({
  lookup: (_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
    resolved.asked += 1;
    callback(null, resolved.addresses);
  },
}));

const { AddressRefused, guardedGet } = await import("@/lib/sheets/guarded-get");
const get = () =>
  guardedGet(new URL("https://docs.google.com/"), { signal: AbortSignal.timeout(2_000), isLocal: false });

beforeEach(() => {
  resolved.asked = 0;
});

test.each([
  ["a name of this machine", [{ address: "127.0.0.1", family: 4 }]],
  ["a name of the metadata service", [{ address: "169.254.169.254", family: 4 }]],
  ["a name of this machine in IPv6", [{ address: "::1", family: 6 }]],
  ["an address inside an address", [{ address: "::ffff:10.0.0.1", family: 6 }]],
  [
    "one good address and one of the own network",
    [
      { address: "142.250.74.206", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ],
  ],
  ["a name without an address", []],
])("no connection is made to %s", async (_, addresses) => {
  resolved.addresses = addresses;
  await expect(get()).rejects.toBeInstanceOf(AddressRefused);
  expect(resolved.asked).toBe(1);
});

test("the name is looked up anew, and checked, for every connection", async () => {
  resolved.addresses = [{ address: "10.0.0.1", family: 4 }];
  await expect(get()).rejects.toBeInstanceOf(AddressRefused);
  await expect(get()).rejects.toBeInstanceOf(AddressRefused);
  expect(resolved.asked).toBe(2);
});
