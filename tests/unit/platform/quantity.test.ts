import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  formatQuantityDifference,
  fromMillionths,
  isQuantity,
  largestQuantity,
  normalizeQuantity,
  subtractQuantities,
  toMillionths,
} from "@/lib/quantity";

describe("quantities", () => {
  it("are exact where floats are not", () => {
    expect(addQuantities("0.1", "0.2")).toBe("0.3");
    expect(subtractQuantities("999999999999.999999", "0.000001")).toBe("999999999999.999998");
  });

  it("come back as they went in", () => {
    const amount = fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n });
    fc.assert(
      fc.property(amount, (millionths) => {
        expect(toMillionths(fromMillionths(millionths))).toBe(millionths);
      }),
    );
  });

  it.each(["", "abc", "1e3", "NaN", "Infinity", "1,000", "1.0000001", "0x10", "1.", ".5"])("refuse %j", (text) => {
    expect(isQuantity(text)).toBe(false);
    expect(() => toMillionths(text)).toThrow(RangeError);
  });

  it("fit their column when typed, and may outgrow it when added up", () => {
    expect(isQuantity("1234567890123")).toBe(false);
    expect(addQuantities("999999999999", "1")).toBe("1000000000000");
  });

  it("compare by value, not by spelling", () => {
    expect(compareQuantities("10", "10.000000")).toBe(0);
    expect(compareQuantities("9", "10")).toBe(-1);
    expect(largestQuantity("2", "10", "9.5")).toBe("10");
    expect(normalizeQuantity("010.500")).toBe("10.5");
  });

  it("read well", () => {
    expect(formatQuantity("1234567.50")).toBe("1,234,567.5");
    expect(formatQuantity("-1200")).toBe("-1,200");
    expect(formatQuantityDifference("10", "12")).toBe("+2");
    expect(formatQuantityDifference("12", "10.5")).toBe("−1.5");
    expect(formatQuantityDifference("10", "10.0")).toBe("±0");
  });
});
