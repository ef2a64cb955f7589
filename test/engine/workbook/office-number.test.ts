import { officeNumber, plainNumber } from "../../../src/engine/workbook";

test("amounts have separators, a true minus and two decimals or more", () => {
  expect(["1234567.8", "-0.5", "12", "1.2345", "+3"].map((amount) => officeNumber(amount))).toEqual([
    "1,234,567.80",
    "−0.50",
    "12.00",
    "1.2345",
    "3.00",
  ]);
});

test("counts, rates and points are told as they are, nothing as a blank", () => {
  expect(["1234567.5", "40", "-7"].map(plainNumber)).toEqual(["1,234,567.5", "40", "−7"]);
  expect(plainNumber(null)).toBe("（空）");
});
