import { describe, expect, it } from "vitest";
import { formatMoney, formatMoneyDifference, lineAmount } from "@/lib/money";

describe("money", () => {
  it("multiplies exactly", () => {
    expect(lineAmount("12", "42")).toBe("504");
    expect(lineAmount("3", "0.1")).toBe("0.3");
    expect(lineAmount("-2", "42.50")).toBe("-85");
    expect(lineAmount("0.5", "0.000001")).toBe("0.000001");
  });

  it("shows a currency the way people write it", () => {
    expect(formatMoney("1234.5", "USD")).toBe("$1,234.50");
    expect(formatMoney("1234", "JPY")).toBe("¥1,234");
    expect(formatMoneyDifference("84", "USD")).toBe("+$84.00");
    expect(formatMoneyDifference("-12.5", "EUR")).toBe("−€12.50");
    expect(formatMoneyDifference("0", "USD")).toBe("$0.00");
  });

  it("does not fail on a currency it doesn't know", () => {
    expect(formatMoney("10", "credits")).toBe("10.00 credits");
  });
});
