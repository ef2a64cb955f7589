/**
 * The reading: a rule in plain Chinese, clause by clause, in the order of the text. Read back it gives the same rule.
 * What is measured is called what the text calls it.
 */

import { unitOf } from "../language";
import type { Direction, Expression, Item, Outcome, PartsCount, Quantity, Stretch, Variable } from "./tree";
import type { Band, Bounds, End, RuleStatement, ScoreRule, StepRule, Test } from "./rule/rule";

/** The canonical text of a rule; compiled again it is the same rule. */
export function printRule(rule: ScoreRule): string {
  let text = "";
  let joint = "";
  for (const statement of rule.statements) {
    const words = printStatement(statement);
    if (words === "") continue;
    text += `${joint}${words}`;
    // What is asked for in words alone belongs to the step behind it.
    const leads = statement.kind === "band" && statement.role === "demand" && statement.when.kind === "fact";
    joint = leads ? "，" : "；";
  }
  return text;
}

/** The rule for the eye: numbers set off by blanks. */
export function printPlain(rule: ScoreRule): string {
  const text = printRule(rule);
  let out = "";
  for (const char of text) {
    const before = out.slice(-1);
    const apart =
      (/[\p{Script=Han}]/u.test(before) && /[\d]/u.test(char)) ||
      (/[\d]/u.test(before) && /\p{Script=Han}/u.test(char));
    const calendar = /[年月日第前]/u.test(before) || /[年月日]/u.test(char);
    out += apart && !calendar ? ` ${char}` : char;
  }
  return out.split(";").join("；").split(",").join("，");
}

function printStatement(statement: RuleStatement): string {
  switch (statement.kind) {
    case "total":
      return `共${statement.points}分`;
    case "band":
      return printBand(statement);
    case "step":
      return printStep(statement);
    case "bounds":
      return printBounds(statement.bounds).join("，");
    case "items":
      return printItems(statement.items);
    case "three-grades":
      return printThreeGrades(percent(statement.middle), percent(statement.lower));
    case "definition":
      return `${statement.name}=${printExpression(statement.expression)}`;
    case "likewise":
      return "以此类推";
    case "parts":
      return "";
    case "plan":
      return printTest(statement.of);
    case "note":
    case "checkpoint":
    case "pasted":
      return statement.text;
    case "residue":
      return printUnread(statement.text);
  }
}

const printUnread = (text: string): string => (text === "" ? "" : `（没有读懂：${text}）`);

function printBand({ when, then, role }: Band): string {
  const test = printTest(when);
  if (role === "demand") return test;
  const apart = test !== "" && (then.kind === "formula" || then.kind === "discretion");
  return `${test}${apart ? "，" : ""}${printOutcome(then)}`;
}

/** The items of a list, which all earn the same. */
function printItems(items: readonly Item[]): string {
  const [first] = items;
  return `${items.map((item) => item.text).join("、")}各得${first === undefined ? "" : itemWorth(first.outcome)}`;
}

function printThreeGrades(middle: string, lower: string): string {
  return `分别按照100%-${middle}、${middle}-${lower}、${lower}-0%确定得分`;
}

function itemWorth(outcome: Outcome): string {
  return outcome.kind === "share"
    ? `${printShare(outcome.share)}分值`
    : outcome.kind === "points"
      ? `${outcome.points}分`
      : printOutcome(outcome);
}

/** A test in words. */
export function printTest(test: Test): string {
  // What the text says in words stands as it is written.
  if ("text" in test) return test.text;
  switch (test.kind) {
    case "interval":
      return printInterval(test);
    case "reached":
      return printReached(test);
    case "grade":
      return `${test.name}${printGrades(test.grades)}${test.orBetter ? "及以上" : ""}`;
    case "otherwise":
      return "其他";
    case "always":
      return "";
    case "all":
      return printTests(test.of, test.loose ? "，" : "且");
    case "any":
      return printTests(test.of, "或");
  }
}

/** "A（优秀）" is one grade under two names. */
function printGrades(grades: readonly string[]): string {
  const [first = "", second] = grades;
  return /^[A-Z]$/u.test(first) && second !== undefined && !/^[A-Z]/u.test(second)
    ? `${first}（${grades.slice(1).join("、")}）`
    : grades.join("、");
}

function printTests(tests: readonly Test[], joint: string): string {
  return tests
    .map(printTest)
    .filter((text) => text !== "")
    .join(joint);
}

function printReached({ measure, name, at, behind }: Extract<Test, { kind: "reached" }>): string {
  if (measure === "completion" && name === "目标值") return `完成目标值的${number(at)}`;
  // "X=100%": a letter is told apart from the number.
  const is = /[A-Za-z]$/u.test(name) ? "=" : "";
  return `${nameOf({ measure, name })}${is}${number(at)}${at.explicit ? "（含）" : ""}${behind ?? ""}`;
}

type IntervalTest = Extract<Test, { kind: "interval" }>;

function printInterval(test: IntervalTest): string {
  const own = inOwnWords(test);
  if (own !== null) return own;
  // A fall that is counted on the scale of a rise is told as the fall it is.
  const against =
    (test.measure === "change" && test.name.endsWith("下降")) ||
    (test.measure === "fall" && test.name.endsWith("增长"));
  return against
    ? printEnds(test.name, isNothing(test.high) ? null : turned(test.high), turned(test.low))
    : `${printEnds(nameOf(test), test.low, test.high, isDistance(test))}${test.behind ?? ""}`;
}

/** What is told by how far it goes: so many days, so much over or short. */
const isDistance = ({ measure, high }: IntervalTest): boolean =>
  ["overrun", "shortfall", "late", "early"].includes(measure) ||
  (high !== null && ["days", "months", "hours"].includes(unitOf(high.unit).dimension));

/** Below no change at all: that it is a fall, or a rise, says so. */
const isNothing = (end: End | null): boolean => end !== null && end.number === "0" && !end.inclusive;

/** An end on the other scale. */
function turned(end: End | null): End | null {
  if (end === null || end.number === "0") return end;
  return { ...end, number: end.number.startsWith("-") ? end.number.slice(1) : `-${end.number}` };
}

/** Intervals that the language has words of its own for: places, the way of a change, shares of the target. */
function inOwnWords(test: IntervalTest): string | null {
  const { low, high, measure, name } = test;
  if (measure === "rank") return `${name}${printRank(low, high)}`;
  const wayOnly = noneOrZero(low) && noneOrZero(high);
  if ((measure === "change" || measure === "fall") && wayOnly && name !== "") return wayInWords(test);
  if (measure === "completion" && name === "目标值") return ofTarget(low, high);
  if (name === "前") return amongFirst(low, high);
  return measure === "early" && low !== null && noneOrZero(low) && high === null ? "提前完成" : null;
}

/** "前10%（含）": a share of all that are ranked. */
const amongFirst = (low: End | null, high: End | null): string | null =>
  low === null && high !== null ? `前${number(high)}${high.explicit ? "（含）" : ""}` : null;

/** Which way something went, where by how much does not matter: "同比下降", "增幅为负值", the words of the text. */
function wayInWords({ low, high, measure, name }: IntervalTest): string {
  if (measure === "change" && /[^净][幅速率]$/u.test(name)) return `${name}${signOf(low, high)}`;
  return name !== "同比" ? name : `同比${measure === "fall" ? turn(high, low) : turn(low, high)}`;
}

/** "增幅为负值": which side of nothing it lies on. */
function signOf(low: End | null, high: End | null): string {
  if (low !== null && high !== null) return "为零";
  return `为${low === null ? "负值" : "正值"}${(low ?? high)?.inclusive === true ? "或零" : ""}`;
}

/** "产值增长10%以上": the word that says that it is a change stands behind the name. */
function nameOf({ measure, name }: Pick<IntervalTest, "measure" | "name">): string {
  const plainName = measure === "change" && name !== "" && !/[率速幅度]$|[增降升提涨]/u.test(name);
  return plainName ? `${name}增长` : name;
}

/** "80%≤A<100%", "A≥100%": what the text calls by a letter. */
function inSigns(name: string, low: End | null, high: End | null): string {
  if (high === null) return low === null ? name : `${name}${low.inclusive ? "≥" : ">"}${number(low)}`;
  const above = `${name}${high.inclusive ? "≤" : "<"}${number(high)}`;
  return low === null ? above : `${number(low)}${low.inclusive ? "≤" : "<"}${above}`;
}

function printEnds(name: string, low: End | null, high: End | null, distance = false): string {
  if (/^[A-Z]$/u.test(name)) return inSigns(name, low, high);
  if (low === null) return high === null ? name : `${name}${side(high, "high", distance ? "以内" : "以下")}`;
  if (high === null) return `${name}${side(low, "low")}`;
  return printBetween(name, low, high);
}

function printBetween(name: string, low: End, high: End): string {
  // A letter before a digit would be one name with it.
  if (/[A-Za-z]$/u.test(name) && low.inclusive && high.inclusive && !low.explicit && !high.explicit)
    return `${number(low)}≤${name}≤${number(high)}`;
  const isOne = low.number === high.number && low.unit === high.unit;
  if (plain(low) && plain(high)) return `${name}${isOne ? number(low) : printSpan(low, high)}`;
  return `${name}${side(low, "low")}且${side(high, "high")}`;
}

/** Whether an end can be told by its number alone. */
const plain = (end: End): boolean => end.explicit || (end.inclusive && !end.soft);
const printSpan = (low: End, high: End): string => `${number(low)}${said(low)}-${number(high)}${said(high)}`;

/** Shares of the target: "不低于目标值的80%且低于目标值的90%". */
function ofTarget(low: End | null, high: End | null): string {
  const one = (end: End, which: "low" | "high"): string => {
    if (end.explicit || end.soft) return `达到目标值的${number(end)}${said(end)}${which === "low" ? "以上" : "以下"}`;
    return `${compared(end, which)}目标值的${number(end)}`;
  };
  if (low === null) return high === null ? "" : one(high, "high");
  if (high === null) return one(low, "low");
  return plain(low) && plain(high) ? `达到目标值的${printSpan(low, high)}` : `${one(low, "low")}且${one(high, "high")}`;
}

function noneOrZero(end: End | null): boolean {
  return end === null || end.number === "0";
}

/** The comparison that an end stands for. */
function compared(end: End, which: "low" | "high"): string {
  if (which === "low") return end.inclusive ? "不低于" : "高于";
  return end.inclusive ? "不高于" : "低于";
}

function turn(low: End | null, high: End | null): string {
  if (low !== null && high !== null) return "持平";
  if (low !== null) return low.inclusive ? "持平或增长" : "增长";
  return high!.inclusive ? "持平或下降" : "下降";
}

function printRank(low: End | null, high: End | null): string {
  if (low === null) return `排名前${high?.number ?? ""}名`;
  if (high === null) return low.inclusive ? `排名第${low.number}名及以后` : `排名第${low.number}名以后`;
  return low.number === high.number ? `排名第${low.number}名` : `排名第${low.number}-${high.number}名`;
}

const number = (end: End): string => `${end.number}${end.unit}`;
const said = (end: End): string => (end.explicit ? (end.inclusive ? "（含）" : "（不含）") : "");

function side(end: End, which: "low" | "high", below = "以下"): string {
  const tail = which === "low" ? "以上" : below;
  if (end.explicit) return `${number(end)}${said(end)}${tail}`;
  if (end.soft) return `${number(end)}${tail}`;
  return `${compared(end, which)}${number(end)}`;
}

/** A share as people write it: 0.8 as 80%, 1/3 as it is. */
export function printShare(share: string): string {
  return share.includes("/") ? share : percent(share);
}

function percent(share: string): string {
  const [whole = "0", fraction = ""] = share.split(".");
  const digits = `${whole}${fraction.padEnd(2, "0").slice(0, 2)}.${fraction.slice(2)}`;
  return `${digits.replace(/^0+(?=\d)/u, "").replace(/\.$/u, "")}%`;
}

export function printOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case "full":
      return printFull(outcome);
    case "points":
      return `得${outcome.points}分`;
    case "share":
      return printShareOutcome(outcome);
    case "points-between":
      return `得${outcome.low}-${outcome.high}分`;
    case "share-between":
      return `得分值的${printShare(outcome.low)}-${printShare(outcome.high)}`;
    case "nothing":
      return "不得分";
    case "minus":
      return `${taking(outcome)}${outcome.points}分`;
    case "minus-share":
      return `${taking(outcome)}分值的${printShare(outcome.share)}`;
    case "plus":
      return printAddition(outcome);
    case "proportion":
      return printProportion(outcome);
    case "interpolation":
      return "按插值法计分";
    case "discretion":
      return outcome.text;
    case "formula":
      return `得分=${printExpression(outcome.expression)}`;
    case "either":
      return outcome.of.map(printOutcome).join("或");
  }
}

const taking = ({ more }: { readonly more?: true }): string => (more === true ? "再扣" : "扣");

function printFull({ named, spared }: Extract<Outcome, { kind: "full" }>): string {
  if (spared === true) return "不扣分";
  return named === null ? "得满分" : `得满分${named}分`;
}

const printAddition = ({ points, share }: Extract<Outcome, { kind: "plus" }>): string =>
  share === undefined ? `加${points}分` : `加分值的${printShare(share)}`;

function printProportion({ of, factor, called }: Extract<Outcome, { kind: "proportion" }>): string {
  if (of === "excess") return "按超过的比重赋分";
  const share = called === undefined ? "完成比例" : called;
  return factor === null ? `按${share}计分` : `按${share}的${printShare(factor)}计分`;
}

const quantity = (q: Quantity): string => `${q.number}${q.unit}`;

const WAYS: Readonly<Record<Direction, string>> = {
  short: "少",
  over: "超",
  late: "延迟",
  early: "提前",
  behind: "落后",
  away: "偏离",
  event: "发生",
  done: "完成",
};

const printShareOutcome = ({ share, left }: Extract<Outcome, { kind: "share" }>): string =>
  left === true ? "减半计分" : `得分值的${printShare(share)}`;

export function printStep(step: StepRule): string {
  const region = step.region === null ? "" : `${printTest(step.region)}的，`;
  const parts = step.parts === null ? "" : `，${printParts(step.parts, quantity(step.step))}`;
  const bounds = printBounds(step.bounds).map((bound) => `，${bound}`);
  const spared = step.stretch?.spared === true ? `，前${step.stretch.after}${step.step.unit}不扣分` : "";
  return `${region}${step.of ?? ""}${printCounted(step)}${printOutcome(step.then)}${parts}${bounds.join("")}${spared}`;
}

/** What is counted of it: "每少1次", "第1次通报". */
function printCounted(step: StepRule): string {
  const rate = /%|百分点/u.test(step.step.unit);
  const far: Partial<Record<Direction, string>> = { short: "低于", over: "超过" };
  const from = step.from === null ? "" : step.from === "target" ? "目标值" : quantity(step.from);
  const way =
    from === ""
      ? rate && step.direction === "short"
        ? "低"
        : WAYS[step.direction]
      : step.direction === "away"
        ? "偏离"
        : (far[step.direction] ?? WAYS[step.direction]);
  // "每完成1个月的10日前发放": a day of its own behind the stretch of time.
  const what = `${/^\d/u.test(step.what) ? "的" : ""}${step.what}`;
  const counted = `${step.each ? "每" : ""}${way}${from}${quantity(step.step)}${what}`;
  const stretch = step.stretch === undefined ? "" : printStretch(step.stretch, step);
  return `${stretch}${stretch !== "" && !step.each ? what : counted}`;
}

/** Which of what is counted: "第2次起", "前2次", "第1次". What the first cost nothing of stands behind. */
function printStretch({ after, upTo, spared }: Stretch, { each, step: { unit } }: StepRule): string {
  const next = `${Number(after) + 1}`;
  if (spared === true) return "";
  if (upTo === null) return `第${next}${unit}起`;
  return each ? `前${upTo}${unit}` : `第${next}${unit}`;
}

/** How a part of a step of that size counts. */
export function printParts(count: PartsCount, size: string): string {
  if (count === "exact") return `不足${size}按比例扣分`;
  return count === "up" ? `不足${size}按${size}计` : `不足${size}不计`;
}

function printBounds(bounds: Bounds): readonly string[] {
  const parts: string[] = [];
  if (bounds.mostTaken !== null) parts.push(`最多扣${bounds.mostTaken}分`);
  if (bounds.mostShare !== null) parts.push(`最多扣分值的${printShare(bounds.mostShare)}`);
  if (bounds.mostAdded !== null) parts.push(`最多加${bounds.mostAdded}分`);
  if (bounds.least !== null) parts.push(bounds.least === "0" ? "扣完为止" : `最低得${bounds.least}分`);
  if (bounds.highest !== null) parts.push(`最高得${bounds.highest}分`);
  if (bounds.full) parts.push("最高不超过满分");
  return parts;
}

const VARIABLES: Readonly<Record<Variable, string>> = {
  points: "指标分值",
  completion: "完成率",
  attained: "B/A或A/B",
  target: "目标值",
  actual: "实际完成值",
  deviation: "偏差率",
  overrun: "超支率",
  saving: "节约率",
  change: "增长率",
  fall: "下降率",
  value: "指标率",
  prior: "上年数",
};

/** A formula with only the brackets it needs; `names` are what its variables are called, or their values. */
export function printExpression(
  expression: Expression,
  names: Readonly<Partial<Record<Variable, string>>> = VARIABLES,
): string {
  switch (expression.kind) {
    case "number":
      return `${expression.number}${expression.unit}`;
    case "variable":
      return names[expression.variable] ?? VARIABLES[expression.variable];
    case "unknown":
      return expression.name;
    case "absolute":
      return `|${printExpression(expression.of, names)}|`;
    case "extreme":
      return `${expression.which}(${expression.of.map((one) => printExpression(one, names)).join(",")})`;
    case "binary":
      return printBinary(expression, names);
  }
}

function printBinary(
  { sign, left, right }: Extract<Expression, { kind: "binary" }>,
  names: Readonly<Partial<Record<Variable, string>>>,
): string {
  const product = sign === "×" || sign === "/";
  const wrapLeft = product && isSum(left);
  const wrapRight = right.kind === "binary" && (product || isSum(right));
  const bracketed = (one: Expression, wrap: boolean): string =>
    wrap ? `(${printExpression(one, names)})` : printExpression(one, names);
  return `${bracketed(left, wrapLeft)}${sign}${bracketed(right, wrapRight)}`;
}

const isSum = (one: Expression): boolean => one.kind === "binary" && (one.sign === "+" || one.sign === "-");
