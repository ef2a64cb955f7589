import { formatDecimals, isDateFormat, isPercentFormat } from "../../../src/engine/workbook";

describe("the decimals that a number format shows", () => {
  test.each([
    ["#,##0.00", 2],
    ["0", 0],
    ["0.00_ ", 2],
    ["#,##0.00_);[Red](#,##0.00)", 2],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 2],
    ['#,##0.0"万元"', 1],
    ["[$¥-804]#,##0.00", 2],
    ["#,##0.00;-#,##0.00;", 2],
    ["[>=10000]0.0;0", 1],
  ])("%s shows %d", (format, decimals) => {
    expect(formatDecimals(format)).toBe(decimals);
  });

  test("percentages count in the stored value: 93.75% is known to four decimals", () => {
    expect(formatDecimals("0.00%")).toBe(4);
    expect(isPercentFormat("0.00%")).toBe(true);
    expect(isPercentFormat('0.00"%"')).toBe(false);
  });

  test("trailing commas show thousands: less is known than whole units", () => {
    expect(formatDecimals("0.0,")).toBe(-2);
    expect(formatDecimals("0!.0,")).toBe(-3);
  });

  test.each(["General", "G/通用格式", "@", "yyyy/m/d", "# ?/?", "0.00E+00"])("%s fixes no decimals", (format) => {
    expect(formatDecimals(format)).toBeNull();
  });
});

test.each([
  ["yyyy-mm-dd", true],
  ["yyyy年m月", true],
  ["m月d日", true],
  ["mm:ss", false],
  ['0.0"day"', false],
  ["[Red]0.00", false],
])("%s shows a date: %s", (format, isDate) => {
  expect(isDateFormat(format)).toBe(isDate);
});
