/**
 * Facts in words and grades: which of them a rule names, and which grade the cell states. A fact and its denial are one
 * question.
 */

import { GRADE_SCALES, isSoftGrade } from "../words";
import type { PlacedBand, Test } from "../rule/rule";
import { related } from "../rule/extras";
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
    case "indicator-way":
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

/** Facts of the rule that are not one another's denial or part. */
export function distinctCores(bands: readonly PlacedBand[]): readonly string[] {
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

/** Whether a denied fact denies the grades themselves: "未获奖" beside 一等奖, "不达标" beside 优秀. */
export function deniesGrades(fact: Fact, grades: readonly string[]): boolean {
  const core = fact.core.replace(/^(?:能够?|已经?|均|被)/u, "");
  return core.length <= 2 || grades.some((grade) => [...grade].some((letter) => core.includes(letter)));
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
    /(?:等次|等级|档次|级别|奖项|奖励|表彰|荣誉)$|^(?:评为|被评为|获评|获得|达到|评定为|考核结果为?|结果为?)/gu,
    "",
  );
  const prefix = graded.flatMap((b) => (b.when.kind === "grade" ? [b.when.name] : [])).find((n) => bare.startsWith(n));
  const short = bare.slice(prefix?.length ?? 0);
  const named =
    [bare, short, `${bare}级`, `${bare}等`, bare.replace(/[级等档]$/u, "")].find((name) => words.includes(name)) ??
    bare;
  const place = words.includes(named) ? 0 : gradePlace(named, words);
  if (place === null) return null;
  // Which of the grades that the text lists it came to, the cell says in the text's own word.
  const listed = words.includes(named) && new Set(words).size > 1;
  const soft = !listed && isSoftGrade(named) && !words.some((w) => /^(?:优秀?|良好|不?合格)$/u.test(w));
  if ((soft ? use(run, "stated-judgement") : use(run, "stated-fact")) !== "accept") return null;
  const found =
    graded.find((b) => b.when.kind === "grade" && b.when.grades.includes(named)) ??
    graded.find(
      (b) =>
        b.when.kind === "grade" && b.when.orBetter && b.when.grades.some((g) => (gradePlace(g, words) ?? -1) >= place),
    ) ??
    null;
  if (found !== null)
    run.steps.push({ code: "step-stated", actual: actual.text, verdict: testWords(found.when), holds: true });
  return found;
}
