/** Whether a change against last year lies in a band, where only its way is told. */

import { Exact } from "../exact";
import type { Test } from "../rule/rule";
import { printTest } from "../print";
import { free } from "./measure";
import { wayBeside } from "./beside";
import { figureText, yesNo } from "./met";
import type { Run } from "./run";
import { ask, missing } from "./run";
import { isFromNothing, isOfWay, wayOf } from "./said-way";
import type { Way } from "./said-way";
import { blocked, known } from "./truth-parts";
import type { Truth } from "./truth-parts";

type OnChange = Extract<Test, { kind: "interval" }>;

/** A change told by its way alone ("持平", "下降1.2%" against last year), where only its way is asked. */
export function ofChange(run: Run, test: OnChange): Truth | null {
  const { actual, target } = run.figures;
  const told = byBeside(run, test) ?? byAmount(run, test);
  if (told !== null || (actual.kind !== "growth" && actual.kind !== "text")) return told;
  // "同比提高" given back is the target again, not what came of it.
  if (target.kind === "text" && target.text === actual.text && /提[高升]$/u.test(actual.text))
    return blocked(missing({ code: "actual-not-number", text: actual.text }));
  const way = actual.kind === "growth" ? actual.way : wayOf(actual.text);
  const measured = actual.kind === "growth" && actual.rate !== null;
  return way === null ? wordsOpen(run, test) : byWayAlone(run, test, way, measured);
}

/** What the way tells; null where by how much is told as well, and asked. */
function byWayAlone(run: Run, test: OnChange, way: Way, measured: boolean): Truth | null {
  if (isFromNothing(test)) return known(holdsByWay(test, way));
  if (measured) return null;
  const side = way === "level" ? holdsNothing(test) : byWay(test, way === downOf(test) ? -1 : 1);
  return side === null ? blocked(ask({ code: "ask-prior" }, free(run))) : known(side);
}

/** "办结率100%，投诉件数同比下降": what the cell says beside its figure of which way something went. */
function byBeside(run: Run, test: OnChange): Truth | null {
  const way = isOfWay(test) ? wayBeside(run) : null;
  return way === null ? null : known(holdsByWay(test, way));
}

/** "缩短4分钟" beside "未缩短": so many minutes are no share, and which way they went is told. */
function byAmount({ figures: { actual } }: Run, test: OnChange): Truth | null {
  if (actual.kind === "number" && actual.value.isZero() && /持平$/u.test(actual.text))
    return known(isFromNothing(test) ? holdsByWay(test, "level") : holdsNothing(test));
  return actual.kind === "number" && actual.way !== undefined && actual.dimension !== "rate" && isFromNothing(test)
    ? known(holdsByWay(test, actual.value.isZero() ? "level" : actual.way))
    : null;
}

/** Whether a band that ends at no change holds: "持平", "增长", "不下降". */
function holdsByWay(test: OnChange, way: Way): boolean {
  if (test.low !== null && test.high !== null) return way === "level";
  if (way === "level") return (test.low ?? test.high)!.inclusive;
  const down = downOf(test);
  return test.low !== null ? way !== down : way === down;
}

/** Which way goes below nothing, as the test counts: a fall is counted downwards. */
const downOf = (test: OnChange): Way => (test.measure === "fall" ? "up" : "down");

/** Whether a change of which only the sign is known lies in a band: null where it depends on how much. */
function byWay(test: OnChange, sign: -1 | 1): boolean | null {
  const low = test.low === null ? null : new Exact(test.low.number);
  const high = test.high === null ? null : new Exact(test.high.number);
  const outside = sign > 0 ? high?.lte(0) : low?.gte(0);
  if (outside === true) return false;
  const whole =
    sign > 0 ? (low === null || low.lte(0)) && high === null : (high === null || high.gte(0)) && low === null;
  return whole ? true : null;
}

/** Whether no change at all lies in the band. */
function holdsNothing({ low, high }: OnChange): boolean {
  const [from, to] = [low, high].map((end) => (end === null ? null : new Exact(end.number).comparedTo(0)));
  // "下降5%以内" speaks of what fell.
  if (low === null && high !== null && to! > 0) return false;
  return (
    (low === null || from! < 0 || (from === 0 && low.inclusive)) &&
    (high === null || to! > 0 || (to === 0 && high.inclusive))
  );
}

/** Words that do not tell the way: what they state, or an open question. */
function wordsOpen(run: Run, test: OnChange): Truth {
  return {
    kind: "open",
    key: "change",
    holds: true,
    answer: ask({ code: "ask-verdict", verdict: printTest(test), actual: figureText(run) }, yesNo(run)),
  };
}
