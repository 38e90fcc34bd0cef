import { describe, expect, it } from "vitest";
import {
  daysBetween,
  formatDate,
  formatDaysDifference,
  formatTimestamp,
  isCalendarDate,
  relativeDays,
  relativeTime,
  todayIn,
} from "@/lib/dates";

describe("calendar dates", () => {
  it("are shown with their weekday and never shifted", () => {
    expect(formatDate("2026-09-14")).toBe("Mon 14 Sep 2026");
    expect(formatDate("2026-01-01")).toBe("Thu 1 Jan 2026");
  });

  it.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "tomorrow"])("don't include %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(formatDate(text)).toBe(text);
  });

  it("are counted in days, also across a change of clocks", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(formatDaysDifference("2026-09-14", "2026-09-17")).toBe("+3 days");
    expect(formatDaysDifference("2026-09-14", "2026-09-13")).toBe("−1 day");
    expect(relativeDays("2026-09-15", "2026-09-14")).toBe("tomorrow");
    expect(() => daysBetween("2026-02-30", "2026-03-01")).toThrow(RangeError);
  });
});

describe("timestamps", () => {
  it("are shown in the organization's zone", () => {
    expect(formatTimestamp("2026-09-15T03:30:00Z", "America/Chicago")).toBe("Mon 14 Sep 2026, 22:30");
    expect(todayIn("America/Chicago", new Date("2026-09-15T03:30:00Z"))).toBe("2026-09-14");
    expect(todayIn("Pacific/Auckland", new Date("2026-09-14T13:00:00Z"))).toBe("2026-09-15");
  });

  it("are told as people would", () => {
    const now = new Date("2026-09-14T12:00:00Z");
    expect(relativeTime("2026-09-14T11:59:40Z", now)).toBe("just now");
    expect(relativeTime("2026-09-14T11:48:00Z", now)).toBe("12 minutes ago");
    expect(relativeTime("2026-09-13T12:00:00Z", now)).toBe("yesterday");
  });
});
