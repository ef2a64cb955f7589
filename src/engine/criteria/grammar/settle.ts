/** What the statements of a sentence mean together, once all of them are known. */

import type { Condition, Outcome, Statement } from "../tree";

/** "新增1家得0.5分，满分10分": where the whole is a multiple of what one earns, each one earns it. */
export function eachEarns(statements: readonly Statement[], text: string): readonly Statement[] {
  const total = statements.find((s) => s.kind === "total") ?? severalTimes(statements, text);
  const arms = statements.filter((s) => s.kind === "arm");
  const [only] = arms;
  if (
    total?.kind !== "total" ||
    arms.length !== 1 ||
    statements.some((s) => s !== total && s !== arms[0] && s.kind !== "total") ||
    only?.kind !== "arm"
  )
    return statements;
  if (
    only.when.kind !== "bare" ||
    only.when.at.number !== "1" ||
    only.when.subject !== "value" ||
    only.then.kind !== "points" ||
    Number(total.points) < 2 * Number(only.then.points)
  )
    return statements;
  const step: Statement = {
    kind: "step",
    direction: "done",
    step: only.when.at,
    from: null,
    when: null,
    event: "",
    then: only.then,
    limit: null,
    startedCounts: false,
    span: only.span,
  };
  return statements.map((s) => (s === only ? step : s));
}

/** "符合1项得1分，共5项": so many of what one earns marks for. */
function severalTimes(
  statements: readonly Statement[],
  text: string,
): Extract<Statement, { kind: "total" }> | undefined {
  const [arm] = statements;
  const found = /共(?:计|有)?(\d+)(?:个?项|个|条|次|方面)(?=$|[,;。])/u.exec(text);
  if (found === null || statements.length !== 1 || arm?.kind !== "arm" || arm.then.kind !== "points") return undefined;
  return { kind: "total", points: String(Number(found[1]) * Number(arm.then.points)), span: arm.span };
}

/** "按评判等级赋分，5%以上得满分…": the name of a method in front of the rule itself adds nothing to it. */
export function dropHeadings(statements: readonly Statement[]): readonly Statement[] {
  const rules = statements.filter((s) => s.kind === "arm" || s.kind === "step");
  return statements.filter((s, i) => {
    if (s.kind === "three-grades") return rules.length === 0;
    const whole = statements.some(
      (other) =>
        other.kind === "arm" &&
        (other.then.kind === "formula" ||
          other.then.kind === "full" ||
          (other.then.kind === "proportion" && other !== s)),
    );
    const rest = rules.filter((other) => other !== s);
    const onlyFull = rest.every((other) => other.kind === "arm" && other.then.kind === "full");
    const heading =
      whole &&
      !onlyFull &&
      s.kind === "arm" &&
      s.when.kind === "all" &&
      s.when.of.length === 0 &&
      s.then.kind === "proportion";
    return !(heading && i === statements.findIndex((other) => other.kind !== "total") && rules.length > 1);
  });
}

const COMPLETED =
  /^(?:实施|工程|项目|建设)?(?:进度|进展)(?:与|和|同)计划(?:进度)?一致$|^(?:全部|已|已经|按计划|按要求|全面|目标|任务|指标){0,6}(?:完成|达标|达成)(?:任务|目标|计划|指标){0,6}$|^(?:年度内|年内|按期)?完成(?:了)?(?:全部|所有)[^,且并]{0,8}$/u;
const EARNS: readonly Outcome["kind"][] = ["full", "points", "share"];

/** "全部完成得5分，完成80%以上得3分": beside shares of the target, to have completed is to have met the target. */
export function completedMeetsTarget(statements: readonly Statement[]): readonly Statement[] {
  const measured = statements.some(
    (s) =>
      s.kind === "arm" &&
      (s.when.kind === "range" || s.when.kind === "bare") &&
      ["completion", "value", "shortfall"].includes(s.when.subject),
  );
  // "完成计划数的得满分,未完成的…": the opposite of having met it.
  if (statements.some((s) => s.kind === "arm" && s.when.kind === "target" && s.when.holds && s.when.side === "met")) {
    return statements.map((s) =>
      s.kind === "arm" &&
      s.when.kind === "verdict" &&
      /^(?:仍)?未(?:能)?(?:全部)?(?:完成|达成|实现)$/u.test(s.when.text)
        ? { ...s, when: { kind: "target", holds: false, side: "met", text: s.when.text } }
        : s,
    );
  }
  if (!measured) return statements;
  return statements.map((s) => {
    if (s.kind !== "arm" || !EARNS.includes(s.then.kind)) return s;
    const text = said(s.when);
    return text !== null && COMPLETED.test(text)
      ? { ...s, when: { kind: "target", holds: true, side: "met", text } }
      : s;
  });
}

function said(condition: Condition): string | null {
  if (condition.kind === "verdict") return condition.text;
  return condition.kind === "grade" && condition.grades.length === 1 ? condition.grades[0]! : null;
}

const NOT_AT_ALL = /^(?:[\p{Script=Han}]{0,6})(?:未|没有|无|不)(?:能|有)?([\p{Script=Han}]{2,6})$/u;
const REVERSED = /^不[降减]反[升增]$|^不[升增]反[降减]$/u;

/**
 * "增收500元以上得满分，…，未增收不得分": what the bands measure, denied, is nothing of it; "不降反升" is less than nothing.
 */
export function deniedIsNone(statements: readonly Statement[], text: string): readonly Statement[] {
  const bands = statements.flatMap((s) =>
    s.kind === "arm" &&
    !(s.then.kind === "nothing" && s.when.kind === "range" && s.when.subject === "change") &&
    (s.when.kind === "range" || s.when.kind === "bare") &&
    ["value", "rate", "change"].includes(s.when.subject)
      ? [{ span: s.span, when: s.when }]
      : [],
  );
  const [first] = bands;
  if (first === undefined || bands.length < 2) return statements;
  const unit = (first.when.kind === "bare" ? first.when.at : (first.when.low ?? first.when.high)?.at)?.unit ?? "";
  const none = (inclusive: boolean): Condition => ({
    kind: "range",
    subject: first.when.subject,
    low: null,
    high: { at: { number: "0", unit }, inclusive, explicit: false, soft: false },
  });
  return statements.map((s) => {
    if (s.kind !== "arm" || s.then.kind !== "nothing") return s;
    if (
      s.when.kind === "target" &&
      s.when.side === "above" &&
      /超支$/u.test(s.when.text) &&
      /节约率|节支率/u.test(text)
    )
      return { ...s, when: none(false) };
    if (
      s.when.kind === "range" &&
      s.when.subject === "change" &&
      first.when.subject !== "change" &&
      turned(
        s.when,
        bands.map((b) => text.slice(b.span.start, b.span.end)),
      )
    )
      return { ...s, when: none(false) };
    if (s.when.kind !== "verdict") return s;
    if (REVERSED.test(s.when.text)) return { ...s, when: none(false) };
    const denied = NOT_AT_ALL.exec(s.when.text)?.[1];
    return denied !== undefined && bands.some((b) => text.slice(b.span.start, b.span.end).includes(denied))
      ? { ...s, when: none(true) }
      : s;
  });
}

/** Whether a rise stands beside bands on a fall, or a fall beside bands on a rise. */
function turned(change: Extract<Condition, { kind: "range" }>, bands: readonly string[]): boolean {
  if (change.low?.at.number === "0" && change.high === null) return bands.every((b) => /下降|减少|降低|压减/u.test(b));
  return (
    change.high?.at.number === "0" && change.low === null && bands.every((b) => /增长|提高|上升|提升|增加/u.test(b))
  );
}

/** Two bands apart that both give all the marks: one of them was not read to its end. */
export function twiceFull(statements: readonly Statement[]): Statement | null {
  const full = statements.filter(
    (s) => s.kind === "arm" && s.when.kind === "range" && s.then.kind === "full" && s.then.named === null,
  );
  const open = full.filter(
    (s) => s.kind === "arm" && s.when.kind === "range" && (s.when.low === null) !== (s.when.high === null),
  );
  const between = full.find(
    (s) => s.kind === "arm" && s.when.kind === "range" && s.when.low !== null && s.when.high !== null,
  );
  return open.length > 0 && between !== undefined ? between : null;
}

/** "目标值≥90%，满意度达到90%得满分": beside a rate of its own, a plain percentage is that rate. */
export function oneRate(statements: readonly Statement[]): readonly Statement[] {
  const conditions = statements.flatMap((s) =>
    s.kind === "arm" ? [s.when] : s.kind === "step" && s.when !== null ? [s.when] : [],
  );
  const rated = (c: Condition): boolean =>
    c.kind === "all" ? c.of.some(rated) : (c.kind === "range" || c.kind === "bare") && c.subject === "rate";
  if (!conditions.some(rated)) return statements;
  const same = (c: Condition): Condition => {
    if (c.kind === "all") return { ...c, of: c.of.map(same) };
    if ((c.kind !== "range" && c.kind !== "bare") || c.subject !== "value") return c;
    const at = c.kind === "bare" ? c.at : (c.low ?? c.high)?.at;
    return at?.unit === "%" || at?.unit === "" ? { ...c, subject: "rate" } : c;
  };
  return statements.map((s) =>
    s.kind === "arm"
      ? { ...s, when: same(s.when) }
      : s.kind === "step" && s.when !== null
        ? { ...s, when: same(s.when) }
        : s,
  );
}

/** "用水量下降的得满分，持平的得50%，上升的不得分": beside changes a verdict on which way it went is one of them. */
export function changesTogether(statements: readonly Statement[]): readonly Statement[] {
  const change = statements.find((s) => s.kind === "arm" && s.when.kind === "range" && s.when.subject === "change");
  if (change === undefined) return statements;
  const zero = { at: { number: "0", unit: "%" }, inclusive: false, explicit: false, soft: false } as const;
  return statements.map((s) => {
    if (
      s.kind !== "arm" ||
      s.when.kind !== "verdict" ||
      !/^[\p{Script=Han}]{1,14}(?:下降|减少|降低|上升|增长|增加|提高|提升)$/u.test(s.when.text) ||
      /未|没|不|基本/u.test(s.when.text)
    )
      return s;
    const down = /(?:下降|减少|降低)$/u.test(s.when.text);
    return { ...s, when: { kind: "range", subject: "change", low: down ? null : zero, high: down ? zero : null } };
  });
}

/**
 * A lower share for a higher bound, with nothing for less: the two bounds are of two things
 * ("推荐标准的≥20%得满分，基本标准的≥80%得50%").
 */
export function disordered(statements: readonly Statement[]): Statement | null {
  const worth = (s: Statement): number | null =>
    s.kind !== "arm"
      ? null
      : s.then.kind === "full"
        ? Infinity
        : s.then.kind === "points"
          ? Number(s.then.points)
          : s.then.kind === "share" && !s.then.share.includes("/")
            ? Number(s.then.share)
            : null;
  const ranges = statements.flatMap((s) =>
    s.kind === "arm" && s.when.kind === "range" && ["value", "rate", "ratio", "completion"].includes(s.when.subject)
      ? [{ s, when: s.when, worth: worth(s) }]
      : [],
  );
  if (ranges.some((r) => r.when.low === null && r.worth !== null && r.worth > 0)) return null;
  const rising = ranges.filter((r) => r.when.high === null && r.when.low !== null && r.worth !== null && r.worth > 0);
  return (
    rising.find((a) =>
      rising.some(
        (b) =>
          a.when.low!.at.unit === b.when.low!.at.unit &&
          Number(a.when.low!.at.number) > Number(b.when.low!.at.number) &&
          a.worth! < b.worth!,
      ),
    )?.s ?? null
  );
}
