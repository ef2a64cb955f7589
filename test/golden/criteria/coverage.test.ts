/**
 * The law of coverage: a foreign clause that bears meaning, put into any sentence that is read, is never lost in
 * silence.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { score } from "../../../src/engine/criteria";

const CLAUSES = [
  "未通过验收的不得分",
  "存在虚报的扣2分",
  "资料不全的扣1分",
  "不可抗力除外",
  "以审计结果为准",
  "经主管部门认可",
  "弄虚作假的一票否决",
  "超过120%的另行说明",
  "按实际天数折算",
  "仅限本年度",
  "其中重点项目不少于3个",
  "乘以难度系数",
  "逾期未整改的加倍扣分",
  "以上各项累计扣分不超过1分",
  "但受疫情影响的除外",
  "或经领导批准",
  "不含往年结转",
  "平均值低于全市平均水平的扣1分",
];

const rows = readFileSync(join(__dirname, "unseen.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

interface Case {
  readonly criterion: string;
  readonly target: string | undefined;
  readonly unit: string | undefined;
  readonly type: string | undefined;
  readonly points: string | undefined;
  readonly actual: string;
}

/** Every golden sentence with the first actual that earns marks. */
const cases = rows.flatMap(([criterion, target, unit, type, points, scores]): readonly Case[] => {
  const earning = scores!
    .split("  ")
    .map((pair) => [pair.slice(0, pair.lastIndexOf("→")), pair.slice(pair.lastIndexOf("→") + 1)] as const)
    .find(([, marks]) => /^\d/u.test(marks) && marks !== "0");
  return earning === undefined ? [] : [{ criterion: criterion!, target, unit, type, points, actual: earning[0] }];
});

/** The clause at the head, in the middle and at the tail, as a clause of its own. */
function inserted(criterion: string, clause: string): readonly string[] {
  const marks = [...criterion].flatMap((char, at) =>
    /[，；。]/u.test(char) && at < criterion.length - 1 ? [at + 1] : [],
  );
  const middle = marks[Math.floor((marks.length - 1) / 2)];
  const bare = criterion.replace(/[，；。]$/u, "");
  return [
    `${clause}。${criterion}`,
    `${bare}；${clause}`,
    ...(middle === undefined ? [] : [`${criterion.slice(0, middle - 1)}；${clause}；${criterion.slice(middle)}`]),
  ];
}

/** A sentence that speaks of the same thing itself ("全部通过验收得满分"): there the clause is not foreign. */
function speaksOf(criterion: string, clause: string): boolean {
  const subject = /^(?:未)?(\p{Script=Han}{4})的/u.exec(clause)?.[1];
  return (
    (subject !== undefined && criterion.includes(subject)) ||
    (clause.includes("未整改") && /整改/u.test(criterion)) ||
    // A cell that lists how often reports were late and left out lists the false ones as well: the named convention.
    (clause.includes("虚报") && /[迟漏错瞒]报/u.test(criterion)) ||
    // Whoever was graded at the acceptance has passed it.
    (clause.includes("未通过验收") && /验收结[果论]/u.test(criterion))
  );
}

/** Each clause in every sentence with COVERAGE=all, else in every third: each sentence takes six of the clauses. */
const EVERY = process.env.COVERAGE === "all" ? 1 : 3;

/** Scores of the sentences as they stand, each worked out once. */
const scores = cases.map((given) => {
  const result = score(given);
  return result.status === "scored" ? result.score : null;
});

/** What a clause at a place did not change: neither score nor status. */
function lostWith(clause: string, row: number): readonly string[] {
  const given = cases[row]!;
  const before = scores[row]!;
  const turn = row + CLAUSES.indexOf(clause);
  if (before === null || turn % EVERY !== 0 || speaksOf(given.criterion, clause)) return [];
  const places = inserted(given.criterion, clause);
  // In turn, so that every sentence is tried at each of its places, with two clauses, and every clause at each.
  const criterion = places[Math.floor(turn / EVERY) % places.length]!;
  const after = score({ ...given, criterion });
  tried.set(clause, (tried.get(clause) ?? 0) + 1);
  return after.status === "scored" && after.score === before ? [criterion] : [];
}

const tried = new Map<string, number>();

test.each(CLAUSES)("“%s”放在句首、句中、句尾，都不会悄悄丢掉", (clause) => {
  expect(cases.flatMap((_given, row) => lostWith(clause, row))).toEqual([]);
  expect(tried.get(clause)).toBeGreaterThan(700 / EVERY);
});
