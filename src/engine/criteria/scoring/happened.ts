/**
 * What a cell says has happened ("发生较大事故", "被省级通报1次", "存在挪用情形") beside what a rule forbids at a level of gravity, or
 * from some authority on: the same happening at the level asked for, or at another.
 */

import { normaliseText } from "../../language";
import { GRADE_SCALES } from "../words";
import type { Fact } from "./facts";
import { figureText } from "./met";
import type { Run } from "./run";
import { use } from "./run";
import { GRAVITY } from "./said-events";

const LEAD = /^(?:如果?|若)?(?:有|出现|发生|存在|造成|发现)了?/u;
/** How often it was; once is enough. */
const COUNT = /(?:[1-9]\d*|[一二两三四五六七八九十])(?:次|起|例|件|处|笔|人次)$/u;
const SORT = /(?:问题|情况|情形|行为|现象)(?:之一)?$/u;
const DENIED = /^(?:未|没有?|无|零|不)|[未没无](?:有|被|发生|出现|受到?|造成|发现)/u;

const AUTHORITIES = GRADE_SCALES.find((scale) => scale.includes("省级"))!;
const SCALES: readonly (readonly string[])[] = [GRAVITY, [...AUTHORITIES].reverse()];
const LEVEL = new RegExp(
  `(${SCALES.flat()
    .sort((a, b) => b.length - a.length)
    .join("|")})((?:及|或|\\(含\\))?以上)?`,
  "u",
);

/** A happening without its level, and the level where one is told. */
interface Happening {
  readonly kinds: readonly string[];
  readonly level: string;
  readonly orMore: boolean;
}

function happeningIn(words: string): Happening {
  const bare = words.replace(LEAD, "").replace(COUNT, "").replace(SORT, "");
  const [told, level = "", more] = LEVEL.exec(bare) ?? [];
  const what = told === undefined ? bare : bare.replace(told, "");
  return { kinds: what.split(/[、或]/u), level, orMore: more !== undefined };
}

/** Whether a level that is told is the one asked for; null where it is not told. */
function isAtLevel(told: Happening, asked: Happening): boolean | null {
  if (asked.level === "") return true;
  if (told.level === "") return null;
  const scale = SCALES.find((one) => one.includes(asked.level) && one.includes(told.level));
  if (scale === undefined) return null;
  const [place, least] = [scale.indexOf(told.level), scale.indexOf(asked.level)];
  return asked.orMore ? place >= least : place === least;
}

/** Whether the core of a fact happened, by what the cell says has; null where that is something else. */
export function happened(run: Run, fact: Fact): boolean | null {
  const { actual } = run.figures;
  if (fact.sort !== "event" || (actual.kind !== "text" && actual.kind !== "number")) return null;
  const cell = normaliseText(figureText(run)).text;
  if ((!LEAD.test(cell) && !cell.includes("被")) || DENIED.test(cell) || /[,;。]/u.test(cell)) return null;
  const words = fact.denied ? fact.core : fact.text;
  const [told, asked] = [happeningIn(cell), happeningIn(normaliseText(words).text)];
  const same = told.kinds.length === 1 && told.kinds[0] !== "" && asked.kinds.includes(told.kinds[0]!);
  const holds = same ? isAtLevel(told, asked) : null;
  if (holds === null || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: figureText(run), verdict: fact.text, holds: holds !== fact.denied });
  return holds;
}
