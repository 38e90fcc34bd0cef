import { describe, expect, it } from "vitest";
import { describeEligibility } from "@/lib/orders/lock-sentences";
import type { LineLocks, OrderLine } from "@/lib/orders/order-view";

const free: LineLocks = {
  set_quantity: null,
  close_line: null,
  remove_line: null,
  substitute_line: null,
  set_line_date: null,
};

function eligibility(part: Partial<OrderLine>, locks: Partial<LineLocks> = {}) {
  const line = { ordered: "10", floor: "0", picked: "0", packed: null, shipped: null, invoiced: null, ...part };
  return describeEligibility({ ...line, locks: { ...free, ...locks } } as OrderLine);
}

const started = { remove_line: "line_started", substitute_line: "line_started" } as const;
const all = (code: NonNullable<LineLocks["set_quantity"]>): LineLocks => ({
  set_quantity: code,
  close_line: code,
  remove_line: code,
  substitute_line: code,
  set_line_date: code,
});

describe("what can change on a line", () => {
  it("is everything on an untouched line", () => {
    expect(eligibility({})).toEqual({ tone: "open", sentence: "Everything can change." });
  });

  it("is the rest of a line that is partly picked", () => {
    expect(eligibility({ picked: "4", floor: "4" }, started)).toEqual({
      tone: "partly",
      sentence: "You can change 6 of 10: 4 are picked. It can't be removed or replaced.",
    });
    expect(eligibility({ ordered: "2.5", picked: "1", shipped: "1", floor: "1" }, started).sentence).toContain(
      "You can change 1.5 of 2.5: 1 is shipped.",
    );
  });

  it("names the kinds an organization has locked", () => {
    expect(eligibility({}, { set_line_date: "stage_locked" }).sentence).toBe(
      "The quantity can change. Locked at this stage: date.",
    );
  });

  it("is nothing on a line that is all picked, removed, or of unknown progress", () => {
    expect(eligibility({ picked: "10", floor: "10" }, all("line_locked"))).toEqual({
      tone: "locked",
      sentence: "Locked: all 10 are picked.",
    });
    expect(eligibility({}, all("line_removed")).sentence).toBe("This line was removed.");
    expect(eligibility({ picked: null }, all("line_progress_unknown")).sentence).toContain("nobody says how much");
  });

  it("stays locked for a code of another release", () => {
    expect(eligibility({}, all("line_frozen" as "line_locked"))).toEqual({ tone: "locked", sentence: "Locked." });
  });
});
