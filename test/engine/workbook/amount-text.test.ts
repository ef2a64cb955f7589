import fc from "fast-check";
import { readAmountText } from "../../../src/engine/workbook";

/** Value and hints of a text in a table in 万元; null for a placeholder, undefined where it cannot be read. */
function read(text: string): { value: string | null | undefined; notation: readonly string[] } {
  const reading = readAmountText(text, "万元");
  if (reading.state === "unreadable") return { value: undefined, notation: [] };
  return { value: reading.state === "blank" ? null : reading.value.toFixed(), notation: reading.notation };
}

describe("amounts written as text are read for what they mean", () => {
  test.each([
    ["1,234.56", "1234.56", "thousands-separators"],
    ["1,2345.6", "12345.6", "thousands-separators"],
    ["１２，３４５．６", "12345.6", "full-width"],
    [" 12 345.6 ", "12345.6", "blanks-inside"],
    ["(12.00)", "-12", "parentheses-negative"],
    ["（3）", "-3", "parentheses-negative"],
    ["￥5.00", "5", "currency-sign"],
    ["12万元", "12", "unit-inside"],
    ["3.5%", "0.035", "percent-text"],
    ["-12.5", "-12.5", "number-as-text"],
    ["'12.5", "12.5", "number-as-text"],
  ])("%s is %s, with the hint %s", (text, value, hint) => {
    const reading = read(text);
    expect(reading.value).toBe(value);
    expect(reading.notation).toContain(hint);
  });

  test.each(["—", "-", "--", "/", "无", "空", " ／ "])("%s stands for nothing, which is not zero", (text) => {
    expect(read(text)).toEqual({ value: null, notation: ["placeholder"] });
  });

  test.each(["约12", "12元", "1,23", "12.3.4", "见附件", "1-2", "(-5)", "十二"])("%s is never guessed at", (text) => {
    expect(read(text).value).toBeUndefined();
  });

  test("every decimal survives being written with separators, full width and blanks", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (hundredths, style) => {
        const sign = hundredths < 0 ? "-" : "";
        const [whole, fraction] = (Math.abs(hundredths) / 100).toFixed(2).split(".") as [string, string];
        const plain = `${sign}${whole}.${fraction}`;
        const grouped = `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
        const text = [
          plain,
          grouped,
          grouped.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
          ` ${plain} `,
          `${plain}万元`,
        ][style]!;
        const reading = readAmountText(text, "万元");
        expect(reading.state).toBe("amount");
        if (reading.state === "amount") {
          expect(reading.value.times(100).toFixed()).toBe(hundredths === 0 ? "0" : String(hundredths));
          expect(reading.decimals).toBe(2);
        }
      }),
    );
  });
});
