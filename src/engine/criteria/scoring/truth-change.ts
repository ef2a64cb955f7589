/** Whether a change against last year lies in a band, where only its way is told. */

import { Exact } from "../exact";
import { tokenise } from "../../language";
import type { Test } from "../rule/rule";
import { printTest } from "../print";
import { free } from "./measure";
import { figureText, yesNo } from "./met";
import type { Run } from "./run";
import { ask, missing } from "./run";
import { blocked, known } from "./truth-parts";
import type { Truth } from "./truth-parts";

/** A change told by its way alone ("持平", "下降1.2%" against last year), where only its way is asked. */
export function ofChange(run: Run, test: Extract<Test, { kind: "interval" }>): Truth | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "growth" && actual.kind !== "text") {
    return null;
  }
  // "同比提高" given back is the target again, not what came of it.
  if (target.kind === "text" && target.text === actual.text && /提[高升]$/u.test(actual.text))
    return blocked(missing({ code: "actual-not-number", text: actual.text }));
  const way = actual.kind === "growth" ? actual.way : wayOf(actual.text);
  const ends = [test.low, test.high].flatMap((end) => (end === null ? [] : [end.number]));
  const level = test.low !== null && test.high !== null && ends.every((n) => n === "0");
  if (way === null) return wordsOpen(run, test);
  if (level) return known(way === "level");
  const down = test.measure === "fall" ? "up" : "down";
  if (ends.every((n) => n === "0")) {
    if (way === "level") return known((test.low ?? test.high)!.inclusive);
    return known(test.low !== null ? way !== down : way === down);
  }
  if (actual.kind === "growth" && actual.rate !== null) return null;
  const side = byWay(test, way === "level" ? 0 : way === down ? -1 : 1);
  return side === null ? blocked(ask({ code: "ask-prior" }, free(run))) : known(side);
}

/** Whether a change of which only the sign is known lies in a band: null where it depends on how much. */
function byWay(test: Extract<Test, { kind: "interval" }>, sign: -1 | 0 | 1): boolean | null {
  const [low, high] = [test.low, test.high].map((end) => (end === null ? null : new Exact(end.number)));
  const contains = (at: Exact): boolean =>
    (low === null || low === undefined || at.gt(low) || (at.equals(low) && test.low!.inclusive)) &&
    (high === null || high === undefined || at.lt(high) || (at.equals(high) && test.high!.inclusive));
  // "下降5%以内" speaks of what fell.
  if (sign === 0) return test.low === null && test.high !== null && high!.gt(0) ? false : contains(new Exact(0));
  const outside =
    sign > 0 ? high !== null && high !== undefined && high.lte(0) : low !== null && low !== undefined && low.gte(0);
  if (outside) return false;
  const whole =
    sign > 0
      ? (low === null || low === undefined || low.lte(0)) && (high === null || high === undefined)
      : (high === null || high === undefined || high.gte(0)) && (low === null || low === undefined);
  return whole ? true : null;
}

/** Words that do not tell the way: what they state, or an open question. */
function wordsOpen(run: Run, test: Extract<Test, { kind: "interval" }>): Truth {
  return {
    kind: "open",
    key: "change",
    holds: true,
    answer: ask({ code: "ask-verdict", verdict: printTest(test), actual: figureText(run) }, yesNo(run)),
  };
}

/** Words beside a change that say nothing of its way. */
const BESIDE_CHANGE = ["change", "partly", "scope", "noun", "measure", "prior", "actual"] as const;

/** Whether words say that something rose, fell or stayed as it was. */
function wayOf(text: string): "up" | "down" | "level" | null {
  let way: "up" | "down" | "level" | null = null;
  for (const token of tokenise(text)) {
    const grown = token.classes.get("grow")?.way;
    const side = token.classes.get("comparator");
    const said =
      grown === "up" || grown === "down" || grown === "level"
        ? grown
        : side !== undefined && side.inclusive !== true
          ? side.side === "low"
            ? "up"
            : "down"
          : null;
    if (said === null) {
      if (!BESIDE_CHANGE.some((cls) => token.classes.has(cls))) return null;
    } else if (way !== null) return null;
    else way = said;
  }
  return way;
}
