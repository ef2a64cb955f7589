/**
 * Facts in words: what the cell states, what the figure implies, else what a person must say. A fact and its denial are
 * one question.
 */

import { GRADE_SCALES, isJudged, isMishap, isSoftGrade } from "../words";
import { isAward, bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { notDone, related } from "../rule/extras";
import { targetMet } from "./met";
import { timeSaid } from "./said-time";
import type { Run } from "./run";
import { use } from "./run";

export type Fact = Extract<Test, { kind: "fact" }>;

/** The words of a test that a person would judge. */
export function testWords(test: Test): string {
  switch (test.kind) {
    case "fact":
    case "target":
    case "in-time":
    case "each":
      return test.text;
    case "date":
      return test.text;
    case "grade":
      return test.grades.join("、");
    case "otherwise":
      return "其他情况";
    case "always":
      return "";
    case "all":
      return test.of
        .map(testWords)
        .filter((t) => t !== "")
        .join("且");
    case "any":
      return test.of
        .map(testWords)
        .filter((t) => t !== "")
        .join("或");
    case "interval":
    case "reached":
      return "";
  }
}

const DENIAL = /(?:未|不(?!断|仅|同|善|良|当|力|利)|没有?|无(?!线|人机)|非(?!常))/gu;
const SOMETHING_THERE = /^(?:有|存在|发生|出现)$/u;
const NOTHING_THERE = /^(?:无|没有|未发生|未出现|零|0)$/u;
/** The quality of what was done is not told by how often it was done. */
const QUALITIES = [
  "及时",
  "按时",
  "按期",
  "如期",
  "准时",
  "规范",
  "合格",
  "质量",
  "准确",
  "有效",
  "合理",
  "满意",
  "圆满",
  "符合",
  "形成",
  "严格",
  "真实",
  "完整",
  "安全",
];
const isQuality = (text: string): boolean => QUALITIES.some((word) => text.includes(word));

const cleaned = (t: string): string =>
  t.replace(
    /^(?:年度内|年内|当年度?|本年度?|全年|如果?|若|一旦|已经?|均已?|全部|都|基本上|按要求|按规定|能够|能|有){1,6}(?=\p{Script=Han})|(?:了|的|完毕){1,6}$|[,。;]/gu,
    "",
  );

/** What the cell's words say of the fact's words. */
export function states(actual: string, verdict: string): "affirms" | "denies" | null {
  const [said, asked] = [cleaned(actual), cleaned(verdict)];
  // "有" answers for whatever the verdict says did or did not happen.
  if (SOMETHING_THERE.test(actual.trim()))
    return /^(?:无|没有|零|不存在|未(?:发生|出现|发现|造成|产生))/u.test(verdict)
      ? "denies"
      : /^(?:有|出现|发生|存在)/u.test(verdict)
        ? "affirms"
        : null;
  if ((said.length < 2 && !NOTHING_THERE.test(said)) || asked.length < 2)
    return said === asked && said !== "" ? "affirms" : null;
  if (said === asked) return "affirms";
  // A part of it, or nearly all, is neither it nor its opposite.
  if (/部分|基本|接近/u.test(actual) !== /部分|基本|接近/u.test(verdict)) return null;
  // "无" answers for whatever the verdict says did not happen.
  if (NOTHING_THERE.test(said))
    return /^(?:无|没有|零|不存在|未(?:发生|出现|发现|造成|产生))/u.test(asked)
      ? "affirms"
      : /^(?:有|出现|发生|存在)/u.test(verdict)
        ? "denies"
        : null;
  const [saidDenied, askedDenied] = [said.match(DENIAL) !== null, asked.match(DENIAL) !== null];
  const [a, b] = [said.replace(DENIAL, ""), asked.replace(DENIAL, "")];
  const before = b.endsWith(a) ? b.slice(0, b.length - a.length) : "";
  const stricter = isQuality(before) || /一次性|全部|均|完全|首次|基本|部分|大部|整改/u.test(before);
  const partial =
    b.includes(a) && (saidDenied || (b.endsWith(a) && !stricter) || /^(?:及时|按时|按期|准时|如期)$/u.test(a));
  const close = a === b || (a.length >= 2 && b.length >= 2 && (a.includes(b) || partial));
  if (!close || a.length > b.length + 16) return null;
  return saidDenied === askedDenied ? "affirms" : "denies";
}

/** Facts of the rule that are not one another's denial or part. */
function distinctCores(bands: readonly PlacedBand[]): readonly string[] {
  const cores: string[] = [];
  for (const core of bands.flatMap((b) => factsIn(b.when)).map((f) => f.core))
    if (!cores.some((known) => related(known, core))) cores.push(core);
  return cores;
}

export function factsIn(test: Test): readonly Fact[] {
  switch (test.kind) {
    case "fact":
      return [test];
    case "all":
    case "any":
      return test.of.flatMap(factsIn);
    default:
      return [];
  }
}

/** Whether the core of a fact is so: by what the cell states, by the figure; null where neither tells. */
export function truthOf(run: Run, fact: Fact, role: PlacedBand["role"]): boolean | null {
  const { actual } = run.figures;
  if (fact.core === "是" && actual.kind === "text" && /^(?:是|否|有|无|没有)$/u.test(actual.text))
    return /^[是有]$/u.test(actual.text);
  if (actual.kind === "text" || actual.kind === "growth") return stated(run, fact, actual.text, role);
  if (fact.core === "是" && actual.kind === "number" && actual.open === null && run.figures.target.kind === "number")
    return !actual.value.isZero();
  if (actual.kind === "number" && /^(?:是|否|有|无)$/u.test(fact.text) && !(run.figures.target.kind === "number"))
    return null;
  return role === "extra" ? (excluded(run, fact) ?? undone(run, fact)) : implied(run, fact);
}

function stated(run: Run, fact: Fact, words: string, role: PlacedBand["role"]): boolean | null {
  const bands = bandsOf(run.rule);
  const { actual } = run.figures;
  if (actual.kind === "text" && actual.time !== undefined && timeSaid(fact.text)?.way === "early")
    return actual.time.way === "early";
  // "资料齐全得5分，缺一项扣1分" beside "缺2项": something is missing.
  const lacking = actual.kind === "text" && actual.gap?.way === "short";
  if (
    lacking &&
    role !== "extra" &&
    fact.sort === "quality" &&
    !fact.denied &&
    stepsOf(run.rule).some((s) => s.direction === "short")
  )
    return false;
  const facts = bands.flatMap((b) => factsIn(b.when));
  const exact = facts.find((f) => f.text === words);
  const cores = distinctCores(bands.filter((b) => isAward(b.then)));
  if (exact !== undefined && role !== "extra" && cores.length > 1 && bands.every((b) => b.when.kind !== "all")) {
    if (isJudged(words) || use(run, "stated-fact") !== "accept") return null;
    return exact === fact ? !fact.denied : fact.core === exact.core ? !exact.denied : false;
  }
  if (fact.sort === "event" && fact.grave && /^(?:无|没有|未发生|否)/u.test(words)) return false;
  // "无" answers for what the indicator counts, not for whatever else the text takes marks for.
  if (role === "extra" && NOTHING_THERE.test(cleaned(words)) && !ofTheIndicator(run, fact)) return null;
  const said = cleaned(words) === fact.core ? (fact.denied ? "denies" : "affirms") : states(words, fact.text);
  // What is not done at all is not done in part.
  if (said === null && fact.partly && /^(?:尚?未|没有?|不)/u.test(words)) return false;
  if (said === null) return null;
  if (
    cores.length > 1 &&
    exact === undefined &&
    cleaned(words) !== cleaned(fact.text) &&
    said === "affirms" &&
    !fact.denied &&
    isAward(bandOf(bands, fact)?.then ?? { kind: "nothing" })
  )
    return null;
  const soft = isJudged(fact.text) && !isMishap(fact.text);
  const accepted = soft ? use(run, "stated-judgement") === "accept" : use(run, "stated-fact") === "accept";
  if (!accepted) return null;
  run.steps.push({ code: "step-stated", actual: words, verdict: fact.text });
  return (said === "affirms") !== fact.denied;
}

function bandOf(bands: readonly PlacedBand[], fact: Fact): PlacedBand | undefined {
  return bands.find((b) => factsIn(b.when).includes(fact));
}

/** What a figure says of something on top of the rule: nothing happened where nothing is counted, or all was reached. */
function excluded(run: Run, fact: Fact): boolean | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "number" || target.kind !== "number" || actual.open !== null) return null;
  const none = target.value.isZero() && actual.value.isZero();
  const whole =
    target.dimension === "rate" &&
    target.value.equals(1) &&
    actual.dimension === "rate" &&
    actual.value.gte(1) &&
    run.better !== "less";
  return fact.sort === "event" && (none || (whole && fact.grave)) && ofTheIndicator(run, fact) ? false : null;
}

/** Whether a happening is of the kind that the indicator counts, by the words of its name, of the steps and of the bands. */
function ofTheIndicator(run: Run, fact: Fact): boolean {
  const core = fact.core.replace(/若|如|情节|特别|重大|严重|较大|特大|恶劣|致命|及以上|以上|一般|责任/gu, "");
  if (core.length <= 1) return true;
  const named = `${run.name}${stepsOf(run.rule)
    .map((s) => s.what)
    .join("")}${bandsOf(run.rule)
    .map((b) =>
      b.when.kind === "interval" || b.when.kind === "reached"
        ? b.when.name
        : b.when.kind === "fact" && b.when !== fact
          ? b.when.core
          : "",
    )
    .join("")}`;
  if (named.replace(/未(?:按)?完成|发生|出现/gu, "") === "") return core.endsWith("事故");
  return overlaps(named, core);
}

/** Whether a denied fact denies the grades themselves: "未获奖" beside 一等奖, "不达标" beside 优秀. */
export function deniesGrades(fact: Fact, grades: readonly string[]): boolean {
  const core = fact.core.replace(/^(?:能够?|已经?|均|被)/u, "");
  return core.length <= 2 || grades.some((grade) => [...grade].some((letter) => core.includes(letter)));
}

/** Whether two characters in a row of the one stand in the other. */
function overlaps(text: string, words: string): boolean {
  for (let at = 0; at + 2 <= words.length; at += 1) if (text.includes(words.slice(at, at + 2))) return true;
  return false;
}

/** A target in numbers decides the one fact that the rule turns on. */
function implied(run: Run, fact: Fact): boolean | null {
  const { actual, target } = run.figures;
  const bands = bandsOf(run.rule).filter((b) => b.role !== "extra");
  if (
    fact.sort === "event" &&
    target.kind === "number" &&
    target.value.isZero() &&
    actual.kind === "number" &&
    actual.open === null
  )
    return actual.value.isZero()
      ? false
      : fact.grave && bands.length + stepsOf(run.rule).length > 2
        ? null
        : actual.value.gt(0);
  if (fact.partly) return partlyDone(run, fact);
  if (
    distinctCores(bands).length > 1 ||
    fact.partly ||
    bands.some((b) => b.when.kind === "all" && factsIn(b.when).length > 0)
  )
    return null;
  const measured = bands.filter((b) => b.when.kind === "interval" || b.when.kind === "reached");
  if (measured.some((b) => b.then.kind !== "proportion" && b.then.kind !== "formula"))
    return measured.length === 1 && denies(fact, measured[0]!) ? ofTarget(run) : undone(run, fact);
  if (/上年|去年|同期|往年|平均/u.test(fact.text)) return null;
  const decided =
    target.kind === "number" ||
    target.kind === "range" ||
    (target.kind === "date" && actual.kind === "date") ||
    (target.kind === "rank" && actual.kind === "rank");
  if (!decided) return null;
  const own = undone(run, fact);
  if (stepsOf(run.rule).length > 0 && own !== null && fact.denied) return own;
  const counts =
    target.kind === "number" &&
    target.dimension !== "rate" &&
    !target.value.isZero() &&
    !["days", "months", "hours", "money"].includes(target.dimension);
  const throughout = /全覆盖$/u.test(fact.core);
  if (counts && !throughout && (fact.sort === "quality" || isQuality(fact.text))) return null;
  if (counts && fact.sort === "event") return null;
  // Words that nothing in them ties to the figure: "经主管部门认可" is not said by how much was done.
  if (fact.sort !== "event" && !tied(run, fact)) return null;
  if (
    fact.sort === "quality" &&
    !throughout &&
    target.kind === "number" &&
    !(target.dimension === "rate" && target.value.equals(1)) &&
    !overlaps(run.name, fact.core)
  )
    return null;
  // Beside steps that measure, the denial of something else is a condition of its own: no figure tells of it.
  if (fact.denied && !throughout && stepsOf(run.rule).length > 0 && !notDone(fact) && !overlaps(run.name, fact.core))
    return null;
  if (use(run, "verdict-by-target") === "ask") return null;
  const met = targetMet(run);
  if (met !== "yes" && met !== "no") return null;
  return fact.sort === "event" ? met === "no" : met === "yes";
}

/** "及时率100%得满分，未及时响应不得分": the quality that the rate counts, denied. */
function denies(fact: Fact, band: PlacedBand): boolean {
  const name = band.when.kind === "interval" || band.when.kind === "reached" ? band.when.name : "";
  return fact.denied && isAward(band.then) && QUALITIES.some((word) => name.includes(word) && fact.core.includes(word));
}

function ofTarget(run: Run): boolean | null {
  const met = targetMet(run);
  return met === "yes" ? true : met === "no" ? false : null;
}

/** All of it is not a part of it; a part of it is told by the figure, "nearly all" is not. */
function partlyDone(run: Run, fact: Fact): boolean | null {
  if (run.figures.target.kind !== "number" || run.figures.actual.kind !== "number") return null;
  const met = targetMet({ ...run, steps: [] });
  if (met === "yes") return false;
  return met === "no" && /部分/u.test(fact.text) && run.figures.actual.value.gt(0) ? true : null;
}

/** Whether the indicator's own name is in the fact, or the fact in it; a bare rate counts what the fact says. */
function tied(run: Run, fact: Fact): boolean {
  const { target } = run.figures;
  return (
    fact.core.length <= 4 ||
    /全覆盖$/u.test(fact.core) ||
    /^完成|(?:完成|建成|到位)$/u.test(fact.core) ||
    (run.name !== "" && [...fact.core].filter((c) => run.name.includes(c)).length * 2 >= fact.core.length) ||
    (target.kind === "number" && target.dimension === "rate" && target.value.equals(1))
  );
}

/** "未开展不得分" beside bands or steps on how many: nothing of it was done. */
function undone(run: Run, fact: Fact): boolean | null {
  const { actual } = run.figures;
  if (
    actual.kind !== "number" ||
    actual.open !== null ||
    !["done", "other", "quality"].includes(fact.sort) ||
    isQuality(fact.text)
  )
    return null;
  if (!notDone(fact) || actual.dimension === "rate") return null;
  return !actual.value.isZero();
}

/** Where a stated grade stands on the first scale that has all the words; null where no scale has them. */
export function gradePlace(grade: string, among: readonly string[]): number | null {
  const scale = GRADE_SCALES.find((s) => among.every((g) => s.includes(g)) && s.includes(grade));
  return scale === undefined ? null : scale.indexOf(grade);
}

/** The band whose grade the cell states; null where it states none. */
export function statedGrade(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const { actual } = run.figures;
  if (actual.kind !== "text") return null;
  const graded = bands.filter((b) => b.when.kind === "grade");
  const words = graded.flatMap((b) => (b.when.kind === "grade" ? b.when.grades : []));
  const bare = actual.text.replace(
    /(?:等次|等级|档次|级别)$|^(?:评为|被评为|获评|获得|达到|评定为|考核结果为?|结果为?)/gu,
    "",
  );
  const named =
    [bare, `${bare}级`, `${bare}等`, bare.replace(/[级等档]$/u, "")].find((name) => words.includes(name)) ?? bare;
  const place = gradePlace(named, words);
  if (place === null) return null;
  const soft = isSoftGrade(named) && !words.some((w) => /^(?:优秀?|良好|不?合格)$/u.test(w));
  if ((soft ? use(run, "stated-judgement") : use(run, "stated-fact")) !== "accept") return null;
  const found =
    graded.find((b) => b.when.kind === "grade" && b.when.grades.includes(named)) ??
    graded.find(
      (b) =>
        b.when.kind === "grade" && b.when.orBetter && b.when.grades.some((g) => (gradePlace(g, words) ?? -1) >= place),
    ) ??
    null;
  if (found !== null) run.steps.push({ code: "step-stated", actual: actual.text, verdict: testWords(found.when) });
  return found;
}
