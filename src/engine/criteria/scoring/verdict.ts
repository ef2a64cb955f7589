/**
 * Verdicts in words: decided by the target where that is a number, by what the cell states where it is a fact, else by
 * a person.
 */

import { JUDGED, MISHAP, SOFT_GRADES, GRADE_SCALES } from "../lexicon";
import type { Arm, Condition } from "../tree";
import type { Holding } from "./met";
import { figureText, targetMet } from "./met";
import type { Answer, Run } from "./run";
import { ask, missing, use } from "./run";
import { choicesOf } from "./marks";
import { isAward } from "./direction";
import type { Choice } from "./messages";

/** The words of a condition that a person would judge. */
export function verdictText(condition: Condition): string {
  switch (condition.kind) {
    case "verdict":
    case "event":
    case "target":
      return condition.text;
    case "grade":
      return condition.grades.join("、");
    case "otherwise":
      return "其他情况";
    case "all":
      return condition.of
        .map(verdictText)
        .filter((t) => t !== "")
        .join("且");
    case "date":
      return `在${condition.date}${condition.side === "by" ? "前" : "后"}`;
    case "range":
    case "bare":
      return "";
  }
}

const NEGATED = /(?:未|不(?!断|仅|同|善|良|当|力|利)|没有?|无(?!线|人机)|非(?!常))/u;
const NOTHING_THERE = /^(?:无|没有|未发生|未出现|零|0)$/u;
/** The quality of what was done is not told by how often it was done. */
const QUALITY = /及时|按时|按期|如期|准时|规范|合格|质量|准确|有效|合理|满意|圆满|符合|形成|严格|真实|完整|安全/u;

/** What the cell's words say of the verdict's words. */
export function states(actual: string, verdict: string): "affirms" | "denies" | null {
  const clean = (t: string): string =>
    t.replace(/^(?:已经?|均已?|全部|都|基本上|按要求|按规定|能够|能){1,6}|(?:了|的|完毕){1,6}$|[,。;]/gu, "");
  const said = clean(actual);
  const asked = clean(verdict);
  if ((said.length < 2 && !NOTHING_THERE.test(said)) || asked.length < 2)
    return said === asked && said !== "" ? "affirms" : null;
  if (said === asked) return "affirms";
  // "无" answers for whatever the verdict says did not happen.
  if (NOTHING_THERE.test(said))
    return /^(?:无|没有|零|不存在|未(?:发生|出现|发现|造成|产生))/u.test(asked)
      ? "affirms"
      : /^(?:有|出现|发生|存在)/u.test(asked)
        ? "denies"
        : null;
  const saidNegated = NEGATED.test(said);
  const askedNegated = NEGATED.test(asked);
  const core = (t: string): string => t.replace(new RegExp(NEGATED.source, "gu"), "");
  const [a, b] = [core(said), core(asked)];
  // "完成" does not say "及时完成", though "及时" does; "未组织" does deny "组织培训".
  const partial =
    b.includes(a) &&
    (saidNegated ||
      (b.endsWith(a) &&
        !QUALITY.test(b.slice(0, -a.length)) &&
        !/一次性|全部|均|完全|首次|基本|部分|大部/u.test(b.slice(0, -a.length))) ||
      /^(?:及时|按时|按期|准时|如期)$/u.test(a));
  const close = a === b || (a.length >= 2 && b.length >= 2 && (a.includes(b) || partial));
  if (!close || a.length > b.length + 16) return null;
  return saidNegated === askedNegated ? "affirms" : "denies";
}

/** The choices that a set of verdict arms leaves. */
export function verdictChoices(run: Run, arms: readonly Arm[]): readonly Choice[] {
  const choices = arms.flatMap((arm) => choicesOf(run, arm.then, verdictText(arm.when) || "符合条件"));
  if (arms.length === 1 && isAward(arms[0]!.then) && run.points !== null)
    return [...choices, { label: { code: "choice-otherwise" }, min: "0", max: run.points.toString() }];
  return choices;
}

/** Whether the favourable one of a pair of verdicts holds. `arms` are all the verdict arms, for the choices. */
export function judge(run: Run, favourable: string, arms: readonly Arm[]): Holding {
  const { actual, target } = run.figures;
  const choices = verdictChoices(run, arms);
  const question = ask({ code: "ask-verdict", verdict: favourable, actual: figureText(run) }, choices);
  if (/上年|去年|同期|往年|平均/u.test(favourable) && actual.kind === "number")
    return ask({ code: "ask-prior" }, choices);
  // Several verdicts at once: a number answers for one of them at most.
  if (
    arms.some((arm) => arm.when.kind === "all" && arm.when.of.length > 1 && verdictText(arm.when) === favourable) &&
    actual.kind !== "text"
  )
    return question;
  if (actual.kind === "text" || actual.kind === "growth") return byStatement(run, favourable, arms, question);
  if (
    target.kind === "number" ||
    target.kind === "range" ||
    (target.kind === "date" && actual.kind === "date") ||
    (target.kind === "rank" && actual.kind === "rank")
  ) {
    if (actual.kind === "missing") return missing({ code: "missing-actual" });
    const counts = target.kind === "number" && target.dimension !== "rate" && !target.value.isZero();
    if (
      counts &&
      QUALITY.test(favourable) &&
      target.kind === "number" &&
      !["days", "months", "hours"].includes(target.dimension)
    )
      return question;
    if (use(run, "verdict-by-target") === "ask") return question;
    return targetMet(run);
  }
  return question;
}

function byStatement(run: Run, favourable: string, arms: readonly Arm[], question: Answer): Holding {
  const actual =
    run.figures.actual.kind === "text" || run.figures.actual.kind === "growth" ? run.figures.actual.text : "";
  const exact = arms.filter((arm) => verdictText(arm.when) === actual);
  for (const arm of exact.length > 0 ? exact : arms) {
    const text = verdictText(arm.when);
    const said = arm.when.kind === "otherwise" ? null : states(actual, text);
    if (said === null) continue;
    const soft = JUDGED.test(text) && !MISHAP.test(text);
    const accepted = soft ? use(run, "stated-judgement") === "accept" : use(run, "stated-fact") === "accept";
    if (!accepted) return question;
    const good = isAward(arm.then) === (said === "affirms");
    run.steps.push({ code: "step-stated", actual, verdict: text });
    return good ? "yes" : "no";
  }
  void favourable;
  return question;
}

/** Where a stated grade stands on the first scale that has all the words; null where no scale has them. */
export function gradePlace(grade: string, among: readonly string[]): number | null {
  const scale = GRADE_SCALES.find((s) => among.every((g) => s.includes(g)) && s.includes(grade));
  return scale === undefined ? null : scale.indexOf(grade);
}

/** The arm whose grade the cell states, or the question. */
export function chooseGrade(run: Run, arms: readonly Arm[]): Arm | Answer {
  const words = arms.flatMap((arm) => (arm.when.kind === "grade" ? arm.when.grades : []));
  const { actual } = run.figures;
  const question = ask(
    { code: "ask-grade", grades: words.join("、") },
    arms.flatMap((arm) => choicesOf(run, arm.then, verdictText(arm.when))),
  );
  if (actual.kind !== "text") return question;
  const stated = actual.text.replace(
    /(?:等次|等级|档次|级别)$|^(?:评为|被评为|获评|获得|达到|评定为|考核结果为?|结果为?)/gu,
    "",
  );
  const named =
    [stated, `${stated}级`, `${stated}等`, stated.replace(/[级等档]$/u, "")].find((name) => words.includes(name)) ??
    stated;
  const place = gradePlace(named, words);
  if (place === null) return question;
  const soft = SOFT_GRADES.test(named) && !words.some((w) => /^(?:优秀?|良好|不?合格)$/u.test(w));
  if ((soft ? use(run, "stated-judgement") : use(run, "stated-fact")) !== "accept") return question;
  const found =
    arms.find((arm) => arm.when.kind === "grade" && arm.when.grades.includes(named)) ??
    arms.find(
      (arm) =>
        arm.when.kind === "grade" &&
        arm.when.orBetter &&
        arm.when.grades.some((g) => (gradePlace(g, words) ?? -1) >= place),
    );
  if (found === undefined) return question;
  run.steps.push({ code: "step-stated", actual: actual.text, verdict: verdictText(found.when) });
  return found;
}
