/** Several things that earn marks of their own and together all of them: "①制定管理办法得5分；②明确责任分工得5分". */

import { normaliseText, tokenise } from "../../language";
import { Exact } from "../exact";
import { related } from "../rule/extras";
import { countsCheckpoints } from "../rule/checkpoints";
import { bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand, PlacedStep } from "../rule/rule";
import { pointsMet } from "./checkpoints";
import { testWords } from "./facts";
import { figureText } from "./met";
import type { Answer, Run } from "./run";
import { ask, choice, score, shown, use } from "./run";
import { states } from "./said-facts";

interface Item {
  readonly words: string;
  readonly points: Exact;
}

/** The answer where each item is stated or denied by the cell; null where the rule has no such items. */
export function itemised(run: Run): Answer | null {
  const items = itemsOf(run);
  const { actual } = run.figures;
  // Of a number it is not told which of the things it counts.
  if (actual.kind !== "text" && bandsOf(run.rule).some(({ when }) => when.kind === "target")) return null;
  if (items === null || use(run, "stated-fact") !== "accept") return null;
  // What the items come to together are all the marks: nothing is scaled.
  run.used.delete("marks");
  const counted = byNumber(run, items);
  if (counted !== null) return counted;
  if (actual.kind !== "text") return null;
  const parts = partsOf(actual.text);
  // What says the same of several items names none of them.
  const telling = parts.filter((part) => items.filter(({ words }) => saidOf(part, words) !== null).length === 1);
  // A cell that only names what is lacking says that the rest is there.
  const rest = parts.length === telling.length && parts.every((part) => /^缺/u.test(part)) ? "affirms" : null;
  const told = items.map(({ words }) => sayingOf(telling, words) ?? rest);
  if (told.includes(null) && stepsOf(run.rule).length > 0) return null;
  if (told.includes(null))
    return ask(
      { code: "ask-items" },
      items.map(({ words, points }) => choice({ code: "choice", label: words }, 0, points)),
    );
  const got = items.filter((_item, at) => told[at] === "affirms");
  for (const { words, points } of got)
    run.steps.push(
      { code: "step-stated", actual: figureText(run), verdict: words, holds: true },
      { code: "step-marks", outcome: "points", marks: shown(points) },
    );
  return score(got.reduce((sum, { points }) => sum.plus(points), new Exact(0)));
}

/** The items of a rule that says nothing else; null where their marks do not come to all there are. */
function itemsOf(run: Run): readonly Item[] | null {
  const bands = bandsOf(run.rule);
  if (bands.length < 2 || run.points === null || !bands.every(isItem)) return null;
  const items = bands.map((band) => ({
    words: testWords(band.when),
    points: new Exact(band.then.kind === "points" ? band.then.points : "0"),
  }));
  const apart = items.every((one, at) => items.slice(at + 1).every((other) => !related(one.words, other.words)));
  const sum = items.reduce((all, { points }) => all.plus(points), new Exact(0));
  const only = stepsOf(run.rule).every((step) => saysAgain(step, items));
  return apart && only && sum.equals(run.points) ? items : null;
}

/** "缺一项扣相应分值", "每有一项不符合扣1分" behind items of one mark each: what each of them earns, said once more. */
const saysAgain = (step: PlacedStep, items: readonly Item[]): boolean =>
  (countsCheckpoints(step) || (step.direction === "short" && step.step.unit === "项")) &&
  (step.then.kind === "discretion" ||
    (step.then.kind === "minus" &&
      items.every(({ points }) => points.equals(step.then.kind === "minus" ? step.then.points : 0))));

/** "3项符合", "缺2项", "资料齐全" beside items that all earn the same, or all of them; null where no number is told. */
function byNumber(run: Run, items: readonly Item[]): Answer | null {
  const met = lacking(run, items.length) ?? pointsMet(run, items.length) ?? allNamed(run, items) ?? ofAll(run, items);
  const alike = items.every(({ points }) => points.equals(items[0]!.points));
  if (met === null || (!alike && !met.equals(items.length))) return null;
  const marks = met.equals(items.length) ? run.points! : met.times(items[0]!.points);
  run.steps.push({
    code: "step-stated",
    actual: figureText(run),
    verdict: items.map(({ words }) => words).join("、"),
    holds: met.equals(items.length),
  });
  run.steps.push({ code: "step-marks", outcome: "points", marks: shown(marks) });
  return score(marks);
}

/** "4" of "4项", where so many are listed: the target counts them. */
const ofAll = ({ figures: { target, actual, unit } }: Run, { length }: readonly Item[]): Exact | null =>
  target.kind === "number" &&
  target.value.equals(length) &&
  /^(?:项|个|条)$/u.test(unit) &&
  actual.kind === "number" &&
  actual.open === null &&
  actual.value.gte(0) &&
  actual.value.lte(length)
    ? actual.value
    : null;

/** "台账、责任人、更新均已落实": each of them by a word of its own, and what is so of all. */
function allNamed({ figures: { actual } }: Run, items: readonly Item[]): Exact | null {
  const told = actual.kind !== "text" ? null : ALL_SO.exec(actual.text);
  const names = told?.[1]!.split(/[、和及]/u) ?? [];
  const found = names.map((name) => items.filter(({ words }) => name.length > 1 && words.includes(name)));
  const each = found.every((of) => of.length === 1) && new Set(found.flat()).size === items.length;
  return each && names.length === items.length ? new Exact(items.length) : null;
}

const ALL_SO = /^([^,，。]+?)(?:均|都|全部)(?:已|能)?(?:落实|完成|达标|到位|做到|建立|符合要求|实现)$/u;

/** How many are left of so many where the cell tells how many are lacking; null where it does not. */
function lacking({ figures: { actual } }: Run, listed: number): Exact | null {
  const gap = actual.kind === "text" ? actual.gap : undefined;
  const short = gap?.way === "short" && /^(?:项|个|条|点|份|种)?$/u.test(gap.unit) ? new Exact(gap.number) : null;
  return short === null || short.gt(listed) ? null : short.negated().plus(listed);
}

const isItem = ({ when, then, role }: PlacedBand): boolean =>
  then.kind === "points" &&
  role === "band" &&
  ((when.kind === "fact" && !when.denied && !when.partly) ||
    (when.kind === "all" && when.of.every((one) => one.kind === "fact" && !one.denied && one.sort === "done")) ||
    (when.kind === "in-time" && when.holds) ||
    (when.kind === "target" && when.side === "met" && !when.money && OF_ITS_OWN.test(when.text)));

/** "数量达标", "质量达标": a target for something of its own. */
const OF_ITS_OWN = /^\p{Script=Han}{2,4}达标$/u;

/** What is stated between the commas of a cell. */
function partsOf(text: string): readonly string[] {
  const parts = [""];
  for (const { word, classes } of tokenise(normaliseText(text).text))
    if ((["comma", "join", "and", "stop", "list-mark"] as const).some((cls) => classes.has(cls))) parts.push("");
    else parts.push(`${parts.pop()!}${word}`);
  return parts.filter((part) => part !== "");
}

/** "资料归档未完成" beside "完成资料归档": the deed behind what it is done to. */
const saidOf = (part: string, words: string): ReturnType<typeof states> =>
  states(part, words) ?? states(part, words.replace(/^(完成|开展|建立|制定)(.{2,})$/u, "$2$1"));

/** What the parts say of one item; null where none says anything of it, or they contradict each other. */
function sayingOf(parts: readonly string[], words: string): "affirms" | "denies" | null {
  const said = new Set(parts.map((part) => saidOf(part, words)).filter((one) => one !== null));
  return said.size === 1 ? [...said][0]! : null;
}
