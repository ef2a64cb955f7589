/**
 * Several indicators in one sentence, each with marks of its own, beside a cell that tells each of them:
 * "接入部门≥35个得5分，每少1个扣0.5分；归集数据≥1亿条得5分".
 */

import { Exact } from "../exact";
import { related } from "../rule/extras";
import { isAward } from "../rule/rule";
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
  const parts = cellParts(run.cell);
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

/** A band that begins an item, with what the rule says behind it of the same. */
interface Group {
  readonly band: PlacedBand;
  readonly statements: RuleStatement[];
}

/** The items of a rule that says nothing else, whose marks come to all there are. */
function itemsOf(run: Run): readonly Item[] | null {
  const groups = groupsOf(run.rule.statements);
  const items = groups?.flatMap(({ band, statements }): readonly Item[] => {
    const worth = worthOf(band.then);
    return worth === null ? [] : [{ name: nameOf(band), points: new Exact(worth), band, statements }];
  });
  if (items === undefined || items.length < 2 || items.length < groups!.length) return null;
  const keys = items.map(keyOf);
  const apart = keys.every((one, at) => keys.slice(at + 1).every((other) => areApart(one, other)));
  const sum = items.reduce<Exact>((all, { points }) => all.plus(points), new Exact(0));
  return apart && sum.equals(run.points!) ? items : null;
}

/** The statements by the award with a name of its own that they follow; null where one follows none. */
function groupsOf(statements: readonly RuleStatement[]): readonly Group[] | null {
  const groups: Group[] = [];
  for (const statement of statements) {
    if (statement.kind === "note" || statement.kind === "total") continue;
    if (statement.kind !== "band" && statement.kind !== "step") return null;
    const last = groups.at(-1);
    if (statement.kind === "band" && begins(statement, last)) groups.push({ band: statement, statements: [statement] });
    else if (last === undefined) return null;
    else if (!isOfAll(statement, last.band)) last.statements.push(statement);
  }
  return groups;
}

const begins = (band: PlacedBand, last: Group | undefined): boolean =>
  isAward(band.then) && nameOf(band) !== "" && (last === undefined || nameOf(band) !== nameOf(last.band));

const worthOf = (then: PlacedBand["then"]): string | null =>
  then.kind === "points" ? then.points : then.kind === "full" ? then.named : null;

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
  const holds =
    own === null ? null : truth(own, item.band.when, { bands: [item.band], band: item.band, joined: false });
  if (holds?.kind !== "yes" && holds?.kind !== "no") return null;
  return score(holds.kind === "yes" ? item.points : new Exact(0));
}

/** The scoring of one item: its own threshold as its target, its part of the cell as its actual. */
function runOf(run: Run, item: Item, part: CellPart): Run | null {
  const { name, points, band, statements } = item;
  const end = endOf(band);
  const own = { ...run, cell: part.text, rule: { statements }, points, factor: new Exact(1), indicator: name, name };
  const read = (target: string, actual: string, unit: string, type: string): Run["figures"] =>
    resolveFigures({ target, actual, unit, type, indicator: name, rates: run.rates }, (one) => use(run, one));
  if (end === null) return { ...own, figures: read("", part.text, "", ""), better: null, sign: null };
  const { quantity } = part;
  if (quantity === null || !sameKind(end.unit, quantity.unit)) return null;
  const sign = band.when.kind === "interval" && band.when.low === null ? "≤" : "≥";
  const figures = read(`${end.number}${end.unit}`, `${quantity.number}${quantity.unit}`, end.unit, sign);
  return { ...own, figures, better: sign === "≥" ? "more" : "less", sign };
}
