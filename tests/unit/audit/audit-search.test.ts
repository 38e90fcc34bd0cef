import { expect, test } from "vitest";
import { auditDownloadHref, auditHref, readAuditSearch } from "@/lib/audit/audit-search";
import { exactTime } from "@/lib/audit/exact-time";
import { dayStart } from "@/lib/day-start";

test("whatever the address holds, the search can be run", () => {
  const hostile = {
    order: ["SO-1", "SO-2"],
    request: "x'; drop",
    person: "not-a-uuid",
    action: "<script>",
    from: "2026-02-30",
    before: "-1",
    after: "1e9",
  };
  expect(readAuditSearch(hostile)).toEqual({
    order: "SO-1",
    request: "X'; DROP",
    person: "",
    action: "",
    from: "",
    to: "",
    before: null,
    after: null,
  });
});

test.each([
  ["7", "CR-000007"],
  ["cr-7", "CR-000007"],
  ["CR-000123", "CR-000123"],
  [" cr-1234567 ", "CR-1234567"],
])("request %s is %s", (typed, reference) => {
  expect(readAuditSearch({ request: typed }).request).toBe(reference);
});

test("links keep the filters and drop the place, unless they are about a place", () => {
  const search = readAuditSearch({ order: "SO-1 / A", action: "order.changed", before: "9" });
  expect(auditHref("nw", search)).toBe("/nw/audit?order=SO-1+%2F+A&action=order.changed");
  expect(auditHref("nw", search, { after: 3 })).toBe("/nw/audit?order=SO-1+%2F+A&action=order.changed&after=3");
  expect(auditDownloadHref("nw", search, "json")).toBe(
    "/nw/audit/download?format=json&order=SO-1+%2F+A&action=order.changed",
  );
});

test.each([
  ["2026-11-23", "UTC", 0, "2026-11-23T00:00:00.000Z"],
  ["2026-11-23", "America/New_York", 0, "2026-11-23T05:00:00.000Z"],
  ["2026-11-23", "Asia/Kolkata", 0, "2026-11-22T18:30:00.000Z"],
  ["2026-03-29", "Europe/Berlin", 0, "2026-03-28T23:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", 1, "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "Europe/Berlin", 1, "2026-10-25T23:00:00.000Z"],
])("%s in %s starts (%i days later) at %s", (date, zone, later, moment) => {
  expect(dayStart(date, zone, later)).toBe(moment);
});

test.each([
  ["2026-11-23 17:16:41.899129+00", "2026-11-23T17:16:41.899129"],
  ["2026-11-23 17:16:41+00", "2026-11-23T17:16:41.000000"],
  ["2026-11-23 22:46:41.5+05:30", "2026-11-23T17:16:41.500000"],
  ["2026-11-23T17:16:41.123Z", "2026-11-23T17:16:41.123000"],
])("%s is exactly %s", (printed, exact) => {
  expect(exactTime(printed)).toBe(exact);
});
