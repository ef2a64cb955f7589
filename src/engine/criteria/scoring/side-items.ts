/**
 * Several indicators in one sentence, each with marks of its own, beside a cell that tells each of them: "接入部门≥35个得5分，每少1个
 * 扣0.5分；归集数据≥1亿条得5分", "市级媒体每篇1分，省级媒体每篇2分".
 */

import { Exact } from "../exact";
import { related } from "../rule/extras";
import { isAward, UNBOUNDED } from "../rule/rule";
import type { End, PlacedBand, PlacedStep, RuleStatement } from "../rule/rule";
import { cellParts, partsByName, sameKind } from "./cell-parts";
import type { CellPart, Named } from "./cell-parts";
import { testWords } from "./facts";
import { resolveFigures } from "./figures";
import { shown, score, use } from "./run";
import type { Answer, Run } from "./run";
import { truth } from "./truth";

/** One of them: what it is called, what it can earn, and what the rule says of it. */
interface Item {
  readonly name: string;
  readonly points: Exact;
  readonly band: PlacedBand;
  readonly statements: readonly RuleStatement[];
}

/** Works out a rule for one of the items alone. */
type Evaluate = (run: Run) => Answer;

/** The sum of what the items earn; null where the rule has no such items, or the cell does not tell all of them. */
export function sideItems(run: Run, evaluate: Evaluate): Answer | null {
  const { actual } = run.figures;
  if (actual.kind === "missing" || run.points === null) return null;
  const [parts, tally] = [cellParts(actual.text), eachKind(run)];
  if (tally !== null) return counted(run, tally, parts);
  const items = itemsOf(run);
  const told = items === null || parts.length < 2 ? null : partsByName(parts, items.map(keyOf));
  if (items === null || told === null) return null;
  const steps = run.steps.length;
  let sum = new Exact(0);
  for (const [at, item] of items.entries()) {
    const answer = ofItem(run, item, told[at]!, evaluate);
    if (answer?.kind !== "score") {
      run.steps.length = steps;
      return null;
    }
    run.steps.push({ code: "step-stated", actual: told[at]!.text, verdict: item.name, holds: true });
    run.steps.push({ code: "step-marks", outcome: "points", marks: shown(answer.value) });
    sum = sum.plus(answer.value);
  }
  // What the items come to together are all the marks: nothing is scaled.
  run.used.delete("marks");
  return score(sum);
}

/** The items of a rule that says nothing else, whose marks come to all there are. */
function itemsOf(run: Run): readonly Item[] | null {
  const items: { band: PlacedBand; statements: RuleStatement[] }[] = [];
  for (const statement of run.rule.statements) {
    if (statement.kind === "note" || statement.kind === "total") continue;
    if (statement.kind !== "band" && statement.kind !== "step") return null;
    const name = statement.kind === "band" ? nameOf(statement) : "";
    const last = items.at(-1);
    const begins = statement.kind === "band" && isAward(statement.then) && !(last && name === nameOf(last.band));
    if (begins && name !== "") items.push({ band: statement, statements: [statement] });
    else if (last === undefined) return null;
    else if (!isOfAll(statement, last.band)) last.statements.push(statement);
  }
  const worth = items.map(({ band: { then } }) =>
    then.kind === "points" ? new Exact(then.points) : then.kind === "full" && then.named !== null ? new Exact(then.named) : null,
  );
  if (items.length < 2 || worth.some((one) => one === null)) return null;
  const sum = worth.reduce<Exact>((all, one) => all.plus(one!), new Exact(0));
  const names = items.map(({ band }) => nameOf(band));
  const keys = items.map(({ band }) => keyOf({ name: nameOf(band), band }));
  const apart = keys.every((one, at) => keys.slice(at + 1).every((other) => areApart(one, other)));
  return apart && sum.equals(run.points!)
    ? items.map(({ band, statements }, at) => ({ name: names[at]!, points: worth[at]!, band, statements }))
    : null;
}

const endOf = ({ when }: PlacedBand): End | null =>
  when.kind === "reached" ? when.at : when.kind === "interval" ? (when.low ?? when.high) : null;

const keyOf = ({ name, band }: Pick<Item, "name" | "band">): Named => ({ name, unit: endOf(band)?.unit ?? null });

/** Whether two names are of different things; a number of things and a rate of them are. */
const areApart = (one: Named, other: Named): boolean =>
  one.name !== other.name &&
  (!related(one.name, other.name) || (one.unit !== null && other.unit !== null && !sameKind(one.unit, other.unit)));

/** "缺一项扣2分" behind items of two marks each: what each of them earns, said once more. */
const isOfAll = (statement: PlacedBand | PlacedStep, { then }: PlacedBand): boolean =>
  statement.kind === "step" &&
  statement.direction === "short" &&
  statement.step.unit === "项" &&
  statement.then.kind === "minus" &&
  then.kind === "points" &&
  then.points === statement.then.points;

function nameOf({ when }: PlacedBand): string {
  return when.kind === "interval" || when.kind === "reached" ? when.name : testWords(when);
}

/** What one item earns by what the cell tells of it. */
function ofItem(run: Run, item: Item, part: CellPart, evaluate: Evaluate): Answer | null {
  const own = runOf(run, item, part);
  if (item.statements.length > 1) return own === null ? null : evaluate(own);
  const holds = own === null ? null : truth(own, item.band.when, { bands: [item.band], band: item.band, joined: false });
  if (holds?.kind !== "yes" && holds?.kind !== "no") return null;
  return score(holds.kind === "yes" ? item.points : new Exact(0));
}

/** The scoring of one item: its own threshold as its target, its part of the cell as its actual. */
function runOf(run: Run, { name, points, band, statements }: Item, part: CellPart): Run | null {
  const { when } = band;
  const end = endOf(band);
  if (end !== null && (part.quantity === null || !sameKind(end.unit, part.quantity.unit))) return null;
  const upwards = when.kind === "reached" || (when.kind === "interval" && when.low !== null);
  const type = end === null ? "" : upwards ? "≥" : "≤";
  const figures = resolveFigures(
    {
      target: end === null ? "" : `${end.number}${end.unit}`,
      actual: end === null ? part.text : `${part.quantity!.number}${part.quantity!.unit}`,
      unit: end?.unit ?? "",
      type,
      indicator: name,
      rates: run.rates,
    },
    (convention) => use(run, convention),
  );
  const better = end === null ? null : upwards ? "more" : "less";
  const sign = end === null ? null : upwards ? "≥" : "≤";
  return { ...run, rule: { statements }, figures, points, factor: new Exact(1), better, sign, indicator: name, name };
}

/** So many marks for each of several kinds, and nothing else; null for any other rule. */
function eachKind(run: Run): readonly PlacedStep[] | null {
  const { statements } = run.rule;
  const steps = statements.filter((s) => s.kind === "step");
  const only = statements.every((s) => ["step", "bounds", "note", "total"].includes(s.kind));
  const alike = steps.every(
    ({ direction, what, then, region }) =>
      direction === "done" && what !== "" && region === null && ["points", "plus"].includes(then.kind),
  );
  return only && alike && steps.length > 1 ? steps : null;
}

/** What the kinds come to by how many of each the cell tells; those that it does not name were none. */
function counted(run: Run, steps: readonly PlacedStep[], parts: readonly CellPart[]): Answer | null {
  const names = steps.map(({ what }) => what);
  let sum = new Exact(0);
  const seen = new Set<PlacedStep>();
  for (const { words, quantity } of parts) {
    const fitting = steps.filter((_step, at) => words.length > 1 && names[at]!.includes(words));
    const [step] = fitting;
    if (step === undefined || fitting.length > 1 || seen.has(step) || quantity === null) return null;
    if (!sameKind(quantity.unit, step.step.unit) || (step.then.kind !== "points" && step.then.kind !== "plus")) return null;
    seen.add(step);
    const times = new Exact(quantity.number).div(step.step.number).floor();
    const most = step.bounds === UNBOUNDED ? null : (step.bounds.highest ?? step.bounds.mostAdded);
    const got = times.times(step.then.points).times(run.factor);
    sum = sum.plus(most === null || step === steps.at(-1) ? got : Exact.min(got, most));
  }
  const highest = steps.at(-1)!.bounds.highest ?? steps.at(-1)!.bounds.mostAdded;
  const all = highest === null ? sum : Exact.min(sum, new Exact(highest).times(run.factor));
  run.steps.push({ code: "step-marks", outcome: "points", marks: shown(all) });
  return score(all);
}
