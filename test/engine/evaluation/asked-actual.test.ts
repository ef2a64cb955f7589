/** The unit in which an actual value is asked for, and what is written for what a person types. */
import fc from "fast-check";
import type { Indicator } from "../../../src/engine/tables";
import { actualToWrite, unitAskedFor } from "../../../src/engine/evaluation";

const indicator = (target: string, unit?: string): Pick<Indicator, "texts" | "cells"> => ({
  texts: { target, ...(unit === undefined ? {} : { unit }) },
  cells: unit === undefined ? {} : { unit: 7 },
});

test.each([
  ["≥40家", undefined, "家"],
  ["大于等于95%", undefined, "%"],
  ["12", "场次", "场次"],
  ["12", "/", ""],
  ["及时完成", undefined, ""],
  ["2024年12月底前", undefined, ""],
  ["3-5次", undefined, ""],
])("a target of %s beside the unit %s asks for %s", (target, unit, asked) => {
  expect(unitAskedFor(indicator(target, unit))).toBe(asked);
});

test.each([
  ["≥40家", undefined, "116", "116家"],
  ["≥4%", undefined, "4.5", "4.5%"],
  ["≥4%", undefined, "4.5％", "4.5%"],
  ["12", "场次", "13", 13],
  ["96", "%", "97", "97%"],
  ["及时完成", undefined, "已完成", "已完成"],
  ["及时完成", undefined, "5", 5],
])("beside %s (%s), %s is written as %s", (target, unit, typed, written) => {
  expect(actualToWrite(typed, indicator(target, unit))).toBe(written);
});

test("whatever is typed with words of its own is written as it is", () => {
  fc.assert(
    fc.property(fc.constantFrom("家", "次", "%", "万元"), fc.nat(9999), (unit, number) => {
      expect(actualToWrite(`${number}${unit}`, indicator(`≥1${unit}`))).toBe(`${number}${unit}`);
    }),
  );
});
