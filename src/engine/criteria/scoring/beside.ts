/**
 * A cell that gives the figure and, behind a comma, what else there was: "98.6%，数据质量异议2件", "94处，无复发". The figure is
 * read by itself where the rule has a place for each of the other parts; else the cell stays words.
 */

import { normaliseText, tokenise, unitOf } from "../../language";
import type { Quantity } from "../tree";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule, Test } from "../rule/rule";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { deniesInFull } from "./beside-figure";
import { countedOf, isOneSort } from "./said-events";
import { states } from "./said-facts";

/** The parts of a cell between its commas; none where there is but one. */
export function partsOfCell(cell: unknown): readonly string[] {
  if (typeof cell !== "string") return [];
  const parts = normaliseText(cell)
    .text.split(/[,;。]/u)
    .map((part) => part.replace(/^其中/u, "").trim())
    .filter((part) => part !== "");
  return parts.length > 1 && parts.length <= 4 ? parts : [];
}

/** Whether a rule has a place for what a part says. */
export const hasPlaceFor = (run: Run, part: string): boolean =>
  stepsOf(run.rule).some((step) => timesIn(part, step) !== null) ||
  conditionsOf(run).some((test) =>
    test.kind === "fact" ? saidOf(part, test) !== null : isMeasure(test) && amountIn(part, test) !== null,
  );

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;
const isMeasure = (test: Test): test is OnInterval => test.kind === "interval" || test.kind === "reached";

function conditionsOf(run: Run): readonly Test[] {
  const flat = (test: Test): readonly Test[] =>
    test.kind === "all" || test.kind === "any" ? test.of.flatMap(flat) : [test];
  return [
    ...bandsOf(run.rule).map(({ when }) => when),
    ...stepsOf(run.rule).flatMap(({ region }) => (region === null ? [] : [region])),
  ].flatMap(flat);
}

const first = <T, U>(all: readonly T[] | undefined, found: (one: T) => U | null): U | null => {
  for (const one of all ?? []) {
    const made = found(one);
    if (made !== null) return made;
  }
  return null;
};

/** How often the parts beside the figure say that what a step counts has happened; null where none speaks of it. */
export const timesBeside = (run: Run, step: StepRule): Exact | null =>
  first(run.beside, (part) => timesIn(part, step)) ?? (namesAkin(run, step) ? new Exact(0) : null);

/** A cell that counts some of a sort is a full answer: others of it were none. */
const namesAkin = (run: Run, step: StepRule): boolean =>
  step.direction === "event" &&
  stepsOf(run.rule).some(
    (other) => other !== step && isOneSort(other, step) && first(run.beside, (part) => countedOf(part, other)) !== null,
  );

/** What the parts beside the figure say of a fact: that it is so, or that it is not. Null where none speaks of it. */
export const factBeside = (run: Run, fact: Fact): boolean | null => first(run.beside, (part) => saidOf(part, fact));

/** How much the parts beside the figure give of what a test names; null where none speaks of it. */
export const amountBeside = (run: Run, test: OnInterval): Quantity | null =>
  first(run.beside, (part) => amountIn(part, test));

/** What is said not to be there: "无未上报、未处置问题". */
const NONE_OF = /^(?:无|没有|未发[现生]|未出现|不存在)(.+)$/u;

const withoutSort = (words: string): string => words.replace(/(?:问题|情况|现象|行为|情形|事件)$/u, "");

function timesIn(part: string, step: StepRule): Exact | null {
  if (step.direction !== "event" || step.what === "") return null;
  const none = NONE_OF.exec(part)?.[1];
  const named = none?.split(/[、和或及]/u).map(withoutSort) ?? [];
  const what = withoutSort(step.what);
  if (named.some((one) => one.length > 1 && (what.endsWith(one) || one.endsWith(what)))) return new Exact(0);
  if (deniesInFull(part, step.what)) return new Exact(0);
  return none === undefined ? countedOf(part, step) : null;
}

/** What did not happen: "未被通报批评". */
const NOT_SO = /^(?:未|没有|无)(?:被|受到?|发生|出现)?(.{2,})$/u;

function saidOf(part: string, fact: Fact): boolean | null {
  // "被通报批评后未整改": what did not happen had nothing behind it.
  const absent = NOT_SO.exec(part)?.[1];
  if (absent !== undefined && new RegExp(`^(?:被|受到?|发生|出现)?${absent}.*后`, "u").test(fact.text))
    return fact.denied;
  const said = states(part, fact.text);
  return said === null ? null : (said === "affirms") !== fact.denied;
}

/** "数据质量异议2件" beside "数据质量异议超5件": so much of what the test names. */
function amountIn(part: string, test: OnInterval): Quantity | null {
  const tokens = tokenise(part);
  const amounts = tokens.map(({ classes }) => classes.get("quantity")).filter((one) => one !== undefined);
  const words = tokens.filter(({ classes }) => !classes.has("quantity")).map(({ word }) => word);
  const name = words.join("");
  const [only] = amounts;
  const ends = test.kind === "reached" ? [test.at] : [test.low, test.high];
  const unit = ends.find((end) => end !== null)?.unit ?? "";
  if (only === undefined || amounts.length > 1 || name.length < 2 || test.name === "") return null;
  const same = test.name.endsWith(name) || name.endsWith(test.name);
  return same && unitOf(String(only.unit)).dimension === unitOf(unit).dimension
    ? { number: String(only.number), unit: String(only.unit) }
    : null;
}
