/** Figures of something else than a test speaks of: people beside events, lighter happenings, a year beside a month. */

import { normaliseText, tokenise } from "../../language";
import type { Run } from "./run";
import { isOfOtherGravity } from "./said-events";

const PEOPLE = /^万?(?:人|人次|名|位|户|户次)$/u;
const HAPPENINGS = /^万?(?:次|场|场次|期|起|例|轮|批次)$/u;

/** 家 may stand for 个, but people are never compared with meetings. */
export function isOtherSort(unit: string, other: string): boolean {
  return (PEOPLE.test(unit) && HAPPENINGS.test(other)) || (HAPPENINGS.test(unit) && PEOPLE.test(other));
}

/** The unit that a cell writes behind its number. */
export function unitIn(cell: string): string {
  const quantities = tokenise(normaliseText(cell).text).flatMap(({ classes }) => {
    const quantity = classes.get("quantity");
    return quantity === undefined ? [] : [String(quantity.unit)];
  });
  return quantities.length === 1 ? quantities[0]! : "";
}

const OF_A_PART = /[月季周日天户人]均/u;
const OF_ALL = /^(?:全年|年度|累计|合计|共计|总共|共)/u;

/** Whether the cell's figure is of something else than a test of that name, with ends in that unit, asks for. */
export function isOfOtherThings({ figures: { actual } }: Run, name: string, unit: string): boolean {
  return (
    actual.kind === "number" &&
    (isOfOtherGravity(actual.text, name) ||
      isOtherSort(unit, unitIn(actual.text)) ||
      (OF_A_PART.test(name) && OF_ALL.test(actual.text)))
  );
}
