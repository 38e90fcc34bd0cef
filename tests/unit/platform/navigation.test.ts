import { describe, expect, it } from "vitest";
import { navigationFor } from "@/components/layout/navigation";
import { routes } from "@/lib/routes";

const labels = (roles: Parameters<typeof navigationFor>[1]) =>
  navigationFor("northwind", roles).map(({ label }) => label);

describe("the navigation", () => {
  it("shows a requester orders and requests only", () => {
    expect(labels(["requester"])).toEqual(["Home", "Orders", "Requests"]);
  });

  it("adds up the roles a member holds", () => {
    expect(labels(["approver", "admin"])).toContain("Queue");
    expect(labels(["approver", "admin"])).toContain("Audit");
  });

  it("shows an admin the queue while something waits for their decision", () => {
    const queueOf = (decides: boolean) => navigationFor("northwind", ["admin"], decides).map(({ label }) => label);
    expect(queueOf(false)).not.toContain("Queue");
    expect(queueOf(true)).toContain("Queue");
  });
});

describe("an address", () => {
  it("holds any order number", () => {
    expect(routes.order("northwind", "SO/10480 #2")).toBe("/northwind/orders/SO%2F10480%20%232");
  });
});
