/**
 * The tree written out again. Two styles: `exact` keeps every distinction of the tree, so that reading it back gives
 * the same tree; `plain` is what a person reads ("满 5 次得 2 分，每少 1 次扣 0.5 分，扣完为止").
 */

import type {
  Bound,
  Condition,
  CriterionTree,
  Expression,
  Limit,
  Outcome,
  Quantity,
  Statement,
  Step,
  Subject,
  Variable,
} from "./tree";

export interface PrintStyle {
  readonly plain: boolean;
  /** The marks of the indicator, for the plain style to say instead of 满分. */
  readonly points: string | null;
}

const EXACT: PrintStyle = { plain: false, points: null };

/** The canonical text of a tree; `compile` of it gives the same tree. */
export function printTree(tree: CriterionTree): string {
  return printAll(tree, EXACT, "；");
}

/** The tree in plain Chinese. */
export function printPlain(tree: CriterionTree, points: string | null): string {
  return printAll(tree, { plain: true, points }, "，")
    .replace(/(?<=[\p{Script=Han}≥≤<>])(?=\d)|(?<=[\d])(?=[\p{Script=Han}])/gu, " ")
    .replace(/ (?=月|日|年)|(?<=年|月) /gu, "");
}

function printAll(tree: CriterionTree, style: PrintStyle, separator: string): string {
  let subject: Subject = "value";
  return tree.statements
    .map((statement) => {
      const text = printStatement(statement, style, subject);
      if (statement.kind === "arm") subject = subjectIn(statement.when) ?? subject;
      if (statement.kind === "step" && statement.when !== null) subject = subjectIn(statement.when) ?? subject;
      return text;
    })
    .join(separator);
}

function subjectIn(condition: Condition): Subject | null {
  if (condition.kind === "range" || condition.kind === "bare") return condition.subject;
  return condition.kind === "all" ? (condition.of.map(subjectIn).find((s) => s !== null) ?? null) : null;
}

function printStatement(statement: Statement, style: PrintStyle, before: Subject): string {
  switch (statement.kind) {
    case "total":
      return `共${statement.points}分`;
    case "arm": {
      const when = printCondition(statement.when, style, before);
      const joint =
        statement.then.kind === "formula" ||
        statement.when.kind === "event" ||
        (statement.when.kind === "otherwise" && !style.plain)
          ? ","
          : "";
      return `${when}${when === "" ? "" : style.plain ? joint.replace(",", "，") : joint}${printOutcome(statement.then, style)}`;
    }
    case "step":
      return printStep(statement, style, before);
    case "items":
      return statement.items.map((item, i) => `${i + 1}.${item.text}${printOutcome(item.outcome, style)}`).join("；");
    case "three-grades": {
      const [middle, lower] = [printShare(statement.middle), printShare(statement.lower)];
      return style.plain
        ? `按评判等级由人评定：分值的 100%—${middle}、${middle}—${lower}、${lower}—0 三档`
        : `按100%-${middle}、${middle}-${lower}、${lower}-0%确定得分`;
    }
    case "unread":
      return style.plain ? `（没有读懂：${statement.text}）` : statement.text;
  }
}

const SUBJECTS: Readonly<Record<Subject, string>> = {
  value: "",
  completion: "完成率",
  ratio: "执行率",
  rate: "增减率",
  deviation: "偏离目标值",
  overrun: "超出目标值",
  shortfall: "低于目标值",
  change: "同比",
  prior: "上年的",
  rank: "排名",
  late: "延迟",
};

/** A condition in words. `before` is the subject that a missing noun would be taken for. */
export function printCondition(condition: Condition, style: PrintStyle, before: Subject = "value"): string {
  switch (condition.kind) {
    case "range":
      return printRange(condition, style, before);
    case "bare":
      return `${style.plain && ["ratio", "rate"].includes(condition.subject) ? (condition.subject === "ratio" ? "比率" : "") : condition.subject === "value" && !style.plain ? "实际值" : noun(condition.subject, before)}${quantity(condition.at)}${condition.explicit ? "(含)" : ""}`;
    case "target":
    case "verdict":
      return condition.text;
    case "event":
      return `若${condition.text}`;
    case "grade":
      return `${condition.grades.join("、")}${condition.orBetter ? "及以上" : ""}`;
    case "date":
      return printDate(condition.date) + (condition.side === "by" ? "前" : "后");
    case "otherwise":
      return style.plain ? "其他情况" : "否则";
    case "all":
      return condition.of.map((part) => printCondition(part, style, before)).join("且");
  }
}

function noun(subject: Subject, before: Subject): string {
  return subject === "value" && before !== "value" ? "实际值" : SUBJECTS[subject];
}

function printDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year === "" ? "" : `${year}年`}${Number(month)}月${day === "" ? "底" : `${Number(day)}日`}`;
}

type Range = Extract<Condition, { kind: "range" }>;

function printRange(range: Range, style: PrintStyle, before: Subject): string {
  const { low, high, subject } = range;
  if (subject === "change" && low?.at.number === "0" && high?.at.number === "0") return "同比持平";
  if (subject === "change" && low !== null && high === null && low.at.number === "0") return "同比增长";
  if (subject === "change" && high !== null && low === null && high.at.number === "0") return "同比下降";
  if (subject === "rank") return printRank(low, high);
  const name =
    style.plain && subject === "ratio" ? "比率" : style.plain && subject === "rate" ? "" : noun(subject, before);
  if (low !== null && high !== null) {
    const plainEnd = (b: Bound): boolean => b.explicit || (b.inclusive && !b.soft);
    if (plainEnd(low) && plainEnd(high))
      return `${name}${quantity(low.at)}${said(low)}-${quantity(high.at)}${said(high)}`;
    return `${name}${lowEnd(low, style)}且${highEnd(high, style, false)}`;
  }
  if (style.plain && subject === "prior")
    return `${low !== null ? "超过" : "不超过"}上年的${quantity((low ?? high)!.at)}`;
  return `${name}${low !== null ? lowEnd(low, style) : high !== null ? highEnd(high, style, ["deviation", "overrun", "shortfall", "ratio"].includes(subject)) : ""}`;
}

function printRank(low: Bound | null, high: Bound | null): string {
  if (low === null) return `排名前${high?.at.number ?? ""}名`;
  if (high === null) return `排名第${low.at.number}名及以后`;
  return low.at.number === high.at.number ? `排名第${low.at.number}名` : `排名第${low.at.number}-${high.at.number}名`;
}

function said(b: Bound): string {
  return b.explicit ? (b.inclusive ? "(含)" : "(不含)") : "";
}

function lowEnd(b: Bound, style: PrintStyle): string {
  if (b.explicit) return `${quantity(b.at)}${said(b)}以上`;
  if (style.plain && b.soft && /%|百分点/u.test(b.at.unit)) return `${quantity(b.at)}以上`;
  if (style.plain)
    return b.inclusive
      ? /%|百分点/u.test(b.at.unit) || b.at.unit === ""
        ? `达到${quantity(b.at)}`
        : `满${quantity(b.at)}`
      : `超过${quantity(b.at)}`;
  return b.soft ? `${quantity(b.at)}以上` : `${b.inclusive ? "≥" : ">"}${quantity(b.at)}`;
}

function highEnd(b: Bound, style: PrintStyle, within: boolean): string {
  if (b.explicit) return `${quantity(b.at)}${said(b)}${style.plain && within ? "以内" : "以下"}`;
  if (style.plain && b.soft) return `${quantity(b.at)}${within ? "以内" : "以下"}`;
  if (style.plain) return b.inclusive ? `不超过${quantity(b.at)}` : `不到${quantity(b.at)}`;
  return b.soft ? `${quantity(b.at)}以下` : `${b.inclusive ? "≤" : "<"}${quantity(b.at)}`;
}

function quantity(q: Quantity): string {
  return `${q.number}${q.unit}`;
}

/** A share as people write it: 0.8 as 80%, 1/3 as it is. */
export function printShare(share: string): string {
  if (share.includes("/")) return share;
  const negative = share.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? share.slice(1) : share).split(".");
  const padded = fraction.padEnd(2, "0");
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/u, "");
  const rest = padded.slice(2);
  return `${negative ? "-" : ""}${digits}${rest === "" ? "" : `.${rest}`}%`;
}

/** A consequence in words. */
export function printOutcome(outcome: Outcome, style: PrintStyle = EXACT): string {
  switch (outcome.kind) {
    case "full":
      return style.plain && style.points !== null
        ? `得${style.points}分`
        : `得满分${outcome.named === null ? "" : `${outcome.named}分`}`;
    case "points":
      return `得${outcome.points}分`;
    case "share":
      return `得分值的${printShare(outcome.share)}`;
    case "points-between":
      return `得${outcome.low}-${outcome.high}分`;
    case "share-between":
      return `得分值的${printShare(outcome.low)}-${printShare(outcome.high)}`;
    case "nothing":
      return "不得分";
    case "minus":
      return `扣${outcome.points}分`;
    case "minus-share":
      return `扣分值的${printShare(outcome.share)}`;
    case "plus":
      return `加${outcome.points}分`;
    case "proportion":
      return style.plain ? "按比例计分" : "按比例得分";
    case "discretion":
      return style.plain ? "由人酌情给分" : "酌情扣分";
    case "formula":
      return `得分=${printExpression(outcome.expression)}`;
    case "either":
      return outcome.of.map((o) => printOutcome(o, style)).join("或");
  }
}

function printStep(step: Step, style: PrintStyle, before: Subject): string {
  const from = step.from === null ? "" : step.from === "target" ? "目标值" : quantity(step.from);
  const lead = {
    short: from === "" ? "少" : "低于",
    over: from === "" ? "超" : "超过",
    late: "延迟",
    behind: "落后",
    away: "偏离",
    event: "出现",
    done: "完成",
  }[step.direction];
  const rateStep = /%|百分点/u.test(step.step.unit) && step.direction === "short" && from === "";
  const region = step.when === null ? "" : `${printCondition(step.when, style, before)}${style.plain ? "的，" : "的,"}`;
  const limit =
    step.direction === "done" && typeof step.limit?.most === "string"
      ? `最高得${step.limit.most}分`
      : printLimit(step.limit, step.then.kind === "plus" ? "加" : "扣", style);
  if (style.plain && step.then.kind === "nothing")
    return `${region}${rateStep ? "低" : lead}${from}${quantity(step.step)}${step.event}即不得分`;
  const started = step.startedCounts ? "(不足1个按1个计)" : "";
  return `${region}每${rateStep ? "低" : lead}${from}${quantity(step.step)}${step.event}${printOutcome(step.then, style)}${started}${limit === "" ? "" : `${style.plain ? "，" : ","}${limit}`}`;
}

function printLimit(limit: Limit | null, way: "加" | "扣", style: PrintStyle): string {
  if (limit === null) return "";
  const parts: string[] = [];
  if (limit.most !== null) parts.push(`最多${way}${limit.most}分`);
  if (limit.least !== null) parts.push(limit.least === "0" ? "扣完为止" : `最低得${limit.least}分`);
  return parts.join(style.plain ? "，" : ",");
}

const VARIABLES = {
  points: "指标分值",
  completion: "完成率",
  target: "目标值",
  actual: "实际完成值",
  deviation: "偏离率",
  value: "指标率",
} as const;

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
    case "absolute":
      return `|${printExpression(expression.of, names)}|`;
    case "extreme":
      return `${expression.which}(${expression.of.map((one) => printExpression(one, names)).join(",")})`;
    case "binary": {
      const product = expression.sign === "×" || expression.sign === "/";
      const left = printExpression(expression.left, names);
      const right = printExpression(expression.right, names);
      const wrapLeft =
        product && expression.left.kind === "binary" && (expression.left.sign === "+" || expression.left.sign === "-");
      const wrapRight =
        expression.right.kind === "binary" &&
        (product || expression.right.sign === "+" || expression.right.sign === "-");
      return `${wrapLeft ? `(${left})` : left}${expression.sign}${wrapRight ? `(${right})` : right}`;
    }
  }
}
