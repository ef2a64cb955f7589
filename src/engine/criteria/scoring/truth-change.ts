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

type OnChange = Extract<Test, { kind: "interval" }>;
type Way = "up" | "down" | "level";

/** A change told by its way alone ("持平", "下降1.2%" against last year), where only its way is asked. */
export function ofChange(run: Run, test: OnChange): Truth | null {
  const { actual, target } = run.figures;
  const amount = byAmount(run, test);
  if (amount !== null) return amount;
  if (actual.kind !== "growth" && actual.kind !== "text") {
    return null;
  }
  // "同比提高" given back is the target again, not what came of it.
  if (target.kind === "text" && target.text === actual.text && /提[高升]$/u.test(actual.text))
    return blocked(missing({ code: "actual-not-number", text: actual.text }));
  const way = actual.kind === "growth" ? actual.way : wayOf(actual.text);
  if (way === null) return wordsOpen(run, test);
  if (isFromNothing(test)) return known(holdsByWay(test, way));
  if (actual.kind === "growth" && actual.rate !== null) return null;
  const side = way === "level" ? holdsNothing(test) : byWay(test, way === downOf(test) ? -1 : 1);
  return side === null ? blocked(ask({ code: "ask-prior" }, free(run))) : known(side);
}

const isFromNothing = ({ low, high }: OnChange): boolean =>
  [low, high].every((end) => end === null || end.number === "0");

/** "缩短4分钟" beside "未缩短": so many minutes are no share, and which way they went is told. */
function byAmount({ figures: { actual } }: Run, test: OnChange): Truth | null {
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

/** Words beside a change that say nothing of its way. */
const BESIDE_CHANGE = ["change", "partly", "scope", "noun", "measure", "prior", "actual"] as const;

/** Whether words say that something rose, fell or stayed as it was. */
function wayOf(text: string): Way | null {
  let way: Way | null = null;
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
