import { describe, expect, it } from "vitest";
import { orderSearchHref, readOrderSearch, shipWindowDays, sortLink } from "@/lib/orders/order-search";
import { stageGroups } from "@/lib/orders/stage-groups";

describe("the order list's address", () => {
  it("reads nothing as everything, the last changed first", () => {
    expect(readOrderSearch({})).toMatchObject({
      query: "",
      stages: null,
      ships: null,
      sort: "updated_at",
      isDescending: true,
      page: 1,
    });
  });

  it.each([
    { stage: "toString", ships: "constructor", sort: "id; drop table", page: "-1" },
    { stage: ["__proto__"], ships: "", sort: "-", page: "1e9" },
  ])("reads nonsense as everything", (params) => {
    expect(readOrderSearch(params)).toEqual(readOrderSearch({}));
  });

  it("comes back as it was written", () => {
    const search = readOrderSearch({
      q: " WIDGET & co ",
      stage: "floor",
      ships: "week",
      requests: "open",
      sort: "-customer",
      page: "3",
    });
    const href = orderSearchHref("acme", search, { page: search.page });
    expect(href).toBe("/acme/orders?q=WIDGET+%26+co&stage=floor&requests=open&ships=week&sort=-customer&page=3");
    expect(readOrderSearch(Object.fromEntries(new URL(href, "http://here").searchParams))).toEqual(search);
  });

  it("starts at the first page when something else changes", () => {
    expect(orderSearchHref("acme", readOrderSearch({ page: "3" }), { stages: "open" })).toBe("/acme/orders?stage=open");
  });

  it("sorts up, down and as usual again", () => {
    const hrefs = ["", "customer", "-customer"].map(
      (sort) => sortLink("acme", readOrderSearch({ sort }), "customer").href,
    );
    expect(hrefs).toEqual(["/acme/orders?sort=customer", "/acme/orders?sort=-customer", "/acme/orders"]);
  });

  it("counts ship-date windows from the given today, over the end of a month", () => {
    expect(shipWindowDays("week", "2026-02-25")).toEqual({ from: "2026-02-25", to: "2026-03-04" });
    expect(shipWindowDays("overdue", "2026-03-01")).toEqual({ from: undefined, to: "2026-02-28" });
  });

  it("has every stage in exactly one group", () => {
    const stages = Object.values(stageGroups).flatMap(({ stages }) => stages);
    expect(new Set(stages).size).toBe(13);
    expect(stages).toHaveLength(13);
  });
});
