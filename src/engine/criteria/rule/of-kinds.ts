/**
 * "一等奖1项得6分，二等奖1项得4分": one of each of several kinds earns so much, and another one of them as much again. As bands of
 * one number they would contradict each other.
 */

import type { PlacedClause } from "../tree";

type Arm = Extract<PlacedClause, { kind: "arm" }>;

/** What makes a kind of what is counted. */
const KIND =
  /(?:特|[一二三四])等奖|(?:国家|国际|省部?|市厅?|县区?)级?|[ABCD一二三四]类|SCI|核心|发明|实用新型|优秀奖|(?:重大|重点|一般)/u;

/** The clauses with awards for one of each of several kinds as steps. */
export function kindsCounted(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const ones = clauses.filter((c): c is Arm => c.kind === "arm" && nameOfOne(c) !== null);
  const names = new Set(ones.map(nameOfOne));
  const others = clauses.filter((c) => c.kind === "arm" && !ones.includes(c) && counts(c));
  if (names.size < 2 || names.size < ones.length || others.length > 0) return clauses;
  return clauses.map((c) => (ones.includes(c as Arm) ? stepOf(c as Arm) : c));
}

/** The kind of which one earns marks; null for any other clause. */
function nameOfOne({ when, then }: Arm): string | null {
  if (when?.kind !== "bare" || when.at.number !== "1" || then.kind !== "points") return null;
  const name = `${when.name}${when.behind ?? ""}`;
  return KIND.test(name) ? name : null;
}

/** Bands of other numbers of the same: "2项得8分". */
const counts = ({ when }: Arm): boolean => when?.kind === "bare" || when?.kind === "range";

function stepOf({ when, then, limit, span }: Arm): PlacedClause {
  const { name, behind = "", at } = when as Extract<Arm["when"], { kind: "bare" }>;
  const what = `${name}${behind}`.replace(/^(?:获得?|取得|荣获|评价?年度内|年度内)+/u, "");
  return {
    kind: "step",
    when: null,
    count: { direction: "done", step: at, from: null, what, each: true },
    then,
    limit,
    span,
  };
}
