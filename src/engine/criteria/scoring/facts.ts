/** Facts in words and grades: which of them a rule names. A fact and its denial are one question. */

import type { PlacedBand, Test } from "../rule/rule";
import { related } from "../rule/extras";

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
