/**
 * "A、B均达标得4分，其中一项达标得2分" beside "B达标，A未达标": how many of the things that the rule counts the cell says to be so.
 */

import { Exact } from "../exact";
import { bandsOf } from "../rule/rule";
import type { ScoreRule, Test } from "../rule/rule";
import { text } from "../score-case";
import type { ScoreCase } from "../score-case";

/** What a rule counts: how many they are, what they are called, and what is so of each. */
interface Several {
  readonly count: number;
  readonly unit: string;
  readonly names: readonly string[];
  readonly verb: string;
}

/** The case with the number of them in place of the words that tell it; as it is where the cell does not tell it. */
export function countedOfSeveral(rule: ScoreRule, given: ScoreCase): ScoreCase {
  const several = severalOf(rule);
  if (several === null) return given;
  const told = countOf(several, text(given.actual).replace(/[\s。]/gu, ""));
  if (told === null) return given;
  const { count, unit } = several;
  return { ...given, target: `${count}${unit}`, unit, type: "≥", actual: `${told}${unit}` };
}

function severalOf(rule: ScoreRule): Several | null {
  const all = bandsOf(rule).flatMap(({ when }) => (isCount(when) ? [when] : []));
  const told = all.filter(({ behind }) => SO.test(behind ?? ""));
  if (told.length < 2 || told.length < all.length) return null;
  const most = told.reduce((a, b) => (Number(b.at.number) > Number(a.at.number) ? b : a));
  const names = most.name.split(/[、和与及]/u).filter((name) => name !== "");
  const count = Number(most.at.number);
  return names.length === 0 || names.length === count
    ? { count, unit: most.at.unit, names, verb: most.behind ?? "" }
    : null;
}

type Count = Extract<Test, { kind: "reached" }>;

const isCount = (when: Test): when is Count =>
  when.kind === "reached" && when.measure === "value" && /^(?:项|个季度|类|科|门)$/u.test(when.at.unit);

/** What is so of each of them. */
const SO = /^(?:达标|达到|符合|满足|完成|合格|到位|实现|健全|齐全|落实|不低于|高于)/u;

function countOf(several: Several, words: string): number | null {
  if (words === "") return null;
  const verb = /^[^\d不高]+/u.exec(several.verb)?.[0] ?? "";
  const all = new RegExp(
    `^(?:全部|均|都|[二两三四五六七八九\\d]+[项个类](?:季度)?(?:均|都|全部)?)+(?:已)?(?:达标|达到|${verb}).{0,4}$`,
    "u",
  );
  if (all.test(words) && numeralIn(words, several.count)) return several.count;
  if (NONE.test(words)) return 0;
  return byName(several, words);
}

/** Whether a number that the words hold is how many there are. */
function numeralIn(words: string, count: number): boolean {
  const numeral = /[二两三四五六七八九\d]/u.exec(words)?.[0];
  if (numeral === undefined) return true;
  const at = "零一二三四五六七八九".indexOf(numeral.replace("两", "二"));
  return (at > 0 ? at : Number(numeral)) === count && /均|都|全部/u.test(words);
}

const NONE = /^(?:[二两三四五六七八九\d]+[项个类])?(?:均|都|全部)(?:不|未|没)[^,，、]*$/u;

/** Each of them told by its name, once, and nothing else told. */
function byName({ names, verb, count }: Several, words: string): number | null {
  const parts = words.split(/[,，、;；]/u).filter((part) => part !== "");
  if (names.length !== count || parts.length !== count) return null;
  const told = names.map((name) => parts.filter((part) => isOf(part, name)));
  if (told.some((of) => of.length !== 1) || new Set(told.flat()).size !== count) return null;
  const so = told.map(([part]) => isSo(part!, verb));
  return so.includes(null) ? null : so.filter((one) => one === true).length;
}

/** What a part says of its thing. */
const TOLD =
  /(?:为?[\d.]+(?:%|分|‰)?|(?:已|均|未能?|不|没有?)*(?:达标|达到.*|合格|完成|到位|符合.*|满足.*|齐全|健全|落实|实现))$/u;

/** A part that speaks of a thing: by its name, or by the end of it ("授予率"). */
function isOf(part: string, name: string): boolean {
  const subject = part.replace(TOLD, "");
  return subject.length >= 2 && (name.endsWith(subject) || subject.endsWith(name));
}

/** Whether a part says that it is so; null where it does not tell. */
function isSo(part: string, verb: string): boolean | null {
  const number = /([\d.]+)(%|分|‰)?$/u.exec(part);
  const bound = /^(达到|高于|不低于)([\d.]+)(%|分|‰)/u.exec(verb);
  if (bound !== null && number !== null && (number[2] ?? bound[3]) === bound[3]) {
    const [actual, mark] = [new Exact(number[1]!), new Exact(bound[2]!)];
    return bound[1] === "高于" ? actual.gt(mark) : actual.gte(mark);
  }
  if (number !== null) return null;
  const plain = /(未|不|没有?)?(?:能)?(?:达标|达到.*|合格|完成|到位|符合.*|满足.*|齐全|健全|落实|实现)$/u.exec(part);
  return plain === null ? null : plain[1] === undefined;
}
