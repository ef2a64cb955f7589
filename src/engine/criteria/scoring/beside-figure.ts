/**
 * What a cell says beside its figure: "97%，无截留挪用", "310座，其中2座未通过验收", "750批次，合格率99.1%". The figure stands first;
 * what follows answers other statements of the rule.
 */

import type { RuleStatement, ScoreRule } from "../rule/rule";
import { Exact } from "../exact";
import { comparable, unitOf } from "../../language";
import { cellParts, sharedLetters } from "./cell-parts";
import type { CellPart } from "./cell-parts";
import { factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Figure, Figures } from "./figures";
import { states } from "./said-facts";

/** The parts of a cell behind the one that is its figure; none where the first is no figure by itself. */
export function partsBeside(text: string): readonly CellPart[] {
  const [first, ...rest] = cellParts(text, false);
  const figure = first !== undefined && first.quantity !== null && isFigureAlone(first);
  return figure ? rest : [];
}

/** "310座", "完成310座". */
const isFigureAlone = ({ words }: CellPart): boolean =>
  words === "" || /^(?:已|实际|共|累计|全年|年度)*(?:完成|达到?|为|开展|实施|举办)?$/u.test(words);

/** What a part behind the figure says of a fact: it is so, it is not; null where none tells, or they contradict. */
export function factBeside(text: string, fact: Fact): boolean | null {
  const said = new Set(
    partsBeside(text).flatMap((part) => {
      const one = saidBy(part, fact);
      return one === null ? [] : [one];
    }),
  );
  return said.size === 1 ? [...said][0]! : null;
}

function saidBy({ words, quantity }: CellPart, fact: Fact): boolean | null {
  if (quantity !== null && (Number(quantity.number) === 0 || unitOf(quantity.unit).dimension !== "count")) return null;
  const said = states(words, fact.text);
  return said === null ? null : said === "affirms";
}

/** The figure that a cell gives under a name of its own beside the indicator's: "合格率99.1%" for 检测合格率. */
export function namedBeside(text: string, name: string, unit: string): Exact | null {
  const fitting = partsBeside(text).filter(
    ({ words, quantity }) =>
      quantity !== null &&
      words.length > 1 &&
      sharedLetters(words, name) === Math.min(words.length, name.length) &&
      comparable(unitOf(quantity.unit).dimension, unitOf(unit).dimension),
  );
  const [only] = fitting;
  return only === undefined || fitting.length > 1
    ? null
    : new Exact(only.quantity!.number).times(unitOf(only.quantity!.unit).factor);
}

/**
 * The figures of a case with the first part of its cell as the actual, where every part behind it answers a statement
 * of the rule; as they were otherwise.
 */
export function withFigureInFront(figures: Figures, rule: ScoreRule, resolve: (actual: string) => Figures): Figures {
  const { actual, target } = figures;
  if (actual.kind === "missing" || actual.kind === "number" || target.kind !== "number") return figures;
  const parts = partsBeside(actual.text);
  const told = parts.length > 0 && parts.every((part) => rule.statements.some((s) => speaksOf(s, part)));
  if (!told) return figures;
  const [first] = cellParts(actual.text, false);
  const front: Figure = resolve(first!.text).actual;
  return front.kind === "number" && comparable(front.dimension, target.dimension)
    ? { ...figures, actual: { ...front, text: actual.text } }
    : figures;
}

/** Whether a statement speaks of what a part of the cell says. */
function speaksOf(statement: RuleStatement, part: CellPart): boolean {
  if (statement.kind === "step") return statement.what.length > 1 && isOf(part, statement.what);
  if (statement.kind !== "band") return false;
  const { when } = statement;
  if (when.kind === "interval" || when.kind === "reached")
    return when.name !== "" && part.quantity !== null && sharedLetters(part.words, when.name) >= 2;
  return factsIn(when).some((fact) => saidBy(part, fact) !== null);
}

/** "2家不符合条件" of 支持对象不符合条件, "均符合条件" of the same. */
const isOf = ({ text, words }: CellPart, what: string): boolean =>
  words.length > 1 && (what.endsWith(words) || states(words, what) !== null || deniesInFull(text, what));

/** "全部合格" beside "批次不合格": of what is so throughout, none is not. */
export function deniesInFull(cell: string, what: string): boolean {
  const wrong = /(?:不|未能?|没有?)(\p{Script=Han}{2,6})$/u.exec(what)?.[1];
  const deed = wrong?.replace(/^(..+?)(?:任务|目标|工作|计划|要求)$/u, "$1");
  const beside = "(?:任务|目标|工作|计划|要求|到位|完成|完毕)?";
  return deed !== undefined && new RegExp(`^.{0,6}(?:全部|均|都|全)(?:已|能)?.{0,4}${deed}${beside}$`, "u").test(cell);
}
