import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyDigits, decimalText, formatMoney, parseMinor } from "./money.ts";

describe("parseMinor", () => {
  it.each([
    ["12.30", "GBP", 1230],
    ["12.3", "GBP", 1230],
    ["-4.5", "GBP", -450],
    ["0.005", "GBP", 1],
    ["1200.0", "JPY", 1200],
    ["1.2345", "KWD", 1235],
    ["-0.00", "GBP", 0],
  ])("reads %s %s as %i minor units", (text, currency, minor) => {
    expect(parseMinor(text, currency)).toBe(minor);
  });

  it.each(["", "1,000.00", "12.3.4", "£5", "1e3"])("refuses %j", (text) => {
    expect(() => parseMinor(text, "GBP")).toThrow(RangeError);
  });
});

describe("decimalText", () => {
  it("is read back as the same amount, in every currency", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("GBP", "JPY", "KWD"), (minor, currency) => {
        expect(parseMinor(decimalText(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});

describe("formatMoney", () => {
  it("writes as the language does", () => {
    expect(formatMoney({ minor: 123450, currency: "GBP" }, "en")).toBe("£1,234.50");
    expect(formatMoney({ minor: 123450, currency: "JPY" }, "en")).toBe("¥123,450");
    expect(currencyDigits("KWD")).toBe(3);
  });
});
