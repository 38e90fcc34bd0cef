import { expect, test } from "vitest";
import { everyRequest, isNarrowed, readRequestSearch, requestQuery } from "@/lib/change-requests/request-filter";

const requester = "0f8fad5b-d9cb-469f-a165-70867728950e";

test("a requester starts with their own requests, everybody else with all", () => {
  expect(readRequestSearch({}, true).view).toBe("mine");
  expect(readRequestSearch({}, false).view).toBe("all");
});

test("whatever makes no sense counts as not given", () => {
  const search = readRequestSearch(
    {
      view: "theirs",
      status: "lost,",
      requester: "1'",
      decider: "me",
      reason: "A b",
      dates: "never",
      from: "2026-02-30",
      to: "soon",
      q: ["a", "b"],
      page: "-3",
    },
    false,
  );
  expect(search).toEqual(everyRequest);
  expect(isNarrowed(search)).toBe(false);
});

test("an address is given back as it was read", () => {
  const params = {
    view: "all",
    status: "pending,refused",
    requester,
    decider: requester,
    reason: "stock_shortage",
    dates: "decided",
    from: "2026-11-02",
    to: "2026-11-08",
    q: "SO/20 #1",
    page: "3",
  };
  const search = readRequestSearch(params, true);
  expect(requestQuery(search, { page: search.page })).toEqual(params);
  expect(isNarrowed(search)).toBe(true);
});

test("another filter starts at the first page, and one's own list has no requester", () => {
  const search = readRequestSearch({ view: "all", requester, page: "3" }, true);
  expect(requestQuery(search, { statuses: ["applied"] })).toEqual({ view: "all", status: "applied", requester });
  expect(requestQuery(search, { view: "mine" })).toEqual({ view: "mine" });
});
