/**
 * "A、B均达标得4分，其中一项达标得2分，均不达标不得分": how many of them are so is what is counted. Where only one of them is told of,
 * and not how many there are, nothing is concluded.
 */

import { printTest } from "../print";
import { isAward } from "./rule";
import type { Bound, Condition, PlacedClause } from "../tree";

type Arm = Extract<PlacedClause, { kind: "arm" }>;

/** All of several: their names, how many there are, and what is so of each. */
interface Several {
  readonly names: string;
  readonly count: string;
  readonly unit: string;
  readonly verb: string;
}

/** The clauses with what is said of all, of some and of none of them as numbers of them. */
export function severalCounted(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const arms = clauses.filter((c): c is Arm => c.kind === "arm");
  const some = arms.filter(({ when, then }) => when !== null && isSome(when) && (isAward(then) || ofThem(when)));
  if (some.length === 0) return clauses;
  const whole = arms.map(({ when }) => (when === null ? null : allOf(when))).find((one) => one !== null);
  const named = some.some(({ when }) => ofThem(when));
  const most = named ? undefined : largest(some);
  if (whole === undefined && most !== undefined) return clauses.map((c) => ofMost(c, most));
  if (whole === undefined && named && arms.some(({ when }) => isPair(when)))
    return clauses.map((c) => (some.includes(c as Arm) ? oneOfThem(c as Arm) : c));
  if (whole === undefined)
    return named ? clauses.map((c) => (some.includes(c as Arm) ? unread(c as Arm) : c)) : clauses;
  return clauses.map((c) => (c.kind === "arm" && c.when !== null ? { ...c, when: counted(c.when, whole) } : c));
}

/** The largest number of them that is told of. */
function largest(some: readonly Arm[]): Several | undefined {
  const told = some.flatMap(({ when }) => (when?.kind === "bare" ? [when] : []));
  const [first] = told;
  if (first === undefined || told.length < 2) return undefined;
  const most = told.reduce((a, b) => (Number(b.at.number) > Number(a.at.number) ? b : a));
  return { names: most.name, count: most.at.number, unit: most.at.unit, verb: most.behind ?? "" };
}

/** "均不达标" beside numbers of them: none; and all of them, told as a number, like the others. */
function ofMost(clause: PlacedClause, most: Several): PlacedClause {
  if (clause.kind !== "arm" || clause.when === null) return clause;
  const of = clause.when.kind === "any" ? clause.when.of : [clause.when];
  const none = of.some((one) => "text" in one && NONE.test(one.text));
  const all = of.some((one) => one.kind === "bare" && /^(?:均|都|全部)/u.test(one.behind ?? ""));
  return none || all ? { ...clause, when: counted(clause.when, most) } : clause;
}

/** "执行率达到95%且结余率不高于5%的得满分": two conditions, of which one may hold alone. */
const isPair = (when: Condition | null): boolean => when?.kind === "all" && !when.loose && when.of.length === 2;

function oneOfThem(arm: Arm): PlacedClause {
  const text = `其中一项${arm.when?.kind === "bare" ? (arm.when.behind ?? "") : ""}`;
  const when: Condition = { kind: "fact", text, core: text, denied: false, sort: "other", grave: false, partly: false };
  return { ...arm, when };
}

const unread = ({ span, when }: Arm): PlacedClause => ({
  kind: "residue",
  text: when?.kind === "bare" ? `其中一项${when.behind ?? ""}` : printTest({ kind: "always" }),
  span,
});

/** So many of them: "其中一项达标", "三个季度达标". */
const isSome = (when: Condition): boolean =>
  when.kind === "bare" && when.behind !== undefined && /^(?:项|个|类|科|门|个季度|季度|个月)$/u.test(when.at.unit);

/** Told of one of them, without how many there are. */
const ofThem = (when: Condition | null): boolean => when?.kind === "bare" && when.name === "其中";

const VERB = "达标|达到|符合|满足|完成|合格|到位|实现|健全|齐全|落实";
const ALL = new RegExp(
  `^(.*?)([二两三四五六七八九\\d]+)?(项|个季度|个月|类|科|门|个)?(?:均|都|全部)(${VERB})(?:要求|标准|目标)?$`,
  "u",
);

/** That all of them are so, with how many they are; null where that is not told. */
function allOf(when: Condition): Several | null {
  if (when.kind === "range") return ofRange(when);
  if (when.kind !== "target" && when.kind !== "fact") return null;
  const found = ALL.exec(when.text);
  if (found === null || (when.kind === "fact" && when.denied)) return null;
  const [, lead = "", numeral, unit = "项", verb = ""] = found;
  const listed = lead.split(/[、和与及]/u).filter((one) => one !== "");
  const count = numeral === undefined ? (listed.length >= 2 ? String(listed.length) : null) : numberOf(numeral);
  return count === null ? null : { names: listed.length >= 2 ? lead : "", count, unit, verb };
}

/** "毕业率、授予率均达到95%": each of several figures. */
function ofRange({ name, low, high }: Extract<Condition, { kind: "range" }>): Several | null {
  const listed = name.split(/[、和与及]/u);
  if (listed.length < 2 || low === null || high !== null || !listed.every((one) => /率$|度$|比例$|占比$/u.test(one)))
    return null;
  const verb = `${low.inclusive ? "达到" : "高于"}${low.at.number}${low.at.unit}`;
  return { names: name, count: String(listed.length), unit: "项", verb };
}

const NUMERALS = "零一二三四五六七八九";

function numberOf(numeral: string): string {
  const at = NUMERALS.indexOf(numeral.replace("两", "二"));
  return at > 0 ? String(at) : numeral;
}

/** A condition as a number of them. */
function counted(when: Condition, whole: Several): Condition {
  if (when.kind === "any" || when.kind === "all") return { ...when, of: when.of.map((one) => counted(one, whole)) };
  if (isSome(when) && when.kind === "bare") {
    const name = when.name === "其中" ? "" : when.name;
    const behind = whole.verb.replace(/^(?:均|都|全部)/u, "");
    return { ...when, name, at: { ...when.at, unit: whole.unit }, behind };
  }
  const all = allOf(when);
  if (all !== null)
    return {
      kind: "bare",
      measure: null,
      name: all.names,
      at: { number: all.count, unit: all.unit },
      explicit: false,
      behind: all.verb,
    };
  if (!("text" in when) || !NONE.test(when.text)) return when;
  const none: Bound = { at: { number: "0", unit: whole.unit }, inclusive: true, explicit: false, soft: false };
  return { kind: "range", measure: null, name: "", low: null, high: none };
}

const NONE =
  /^(?:[二两三四五六七八九\d]+[项个类]|以上|各项)?(?:均|都|全部)(?:不|未能?|没有?)|^一项(?:都|也)(?:不|未|没)/u;
