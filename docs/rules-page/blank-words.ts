import { narrativeChecks } from "../../src/engine/narrative";
import type { Rule } from "../../src/engine/reconcile";

/** What blanks mean to each check of amounts that follows the rule's blank policy. */
const byPolicy: Readonly<Record<"sum" | "equal" | "bound", string>> = {
  sum: "部分分项空白，按0加；分项有数而合计空白，不符；合计有数而分项全部空白，未能核对；都空白，不核对。",
  equal:
    "多个数相加时，其中空白的按0；左边空白而右边有数，不符；左边有数而右边空白，未能核对；都空白，不核对。0与空白算一致。",
  bound: "较小的一方空白，不核对；较大的一方空白而较小的有数，不通过。",
};

const families: Readonly<Record<string, keyof typeof byPolicy>> = {
  "lines-add-up": "sum",
  "columns-add-up": "sum",
  "columns-equal": "equal",
  equal: "equal",
  "equal-by-code": "equal",
  "equal-by-unit": "equal",
  "at-most": "bound",
  "at-least": "bound",
  "at-least-by-code": "bound",
  "of-which-at-most": "bound",
};

const others: Readonly<Record<string, string>> = {
  "empty-everywhere": "空白与0都算没有。",
  ratio: "三个数有一个空白，或者除数为0，不核对。",
  "repeated-rows-agree": "一处空白，不核对。",
  "amount-notation": "空白不提示。",
  "displayed-figures-agree": "只看存储的数已经一致的核对；空白按0。",
};

/** The blank policy of a rule, in words; null where its explanation says it (checks of indicators). */
export function blankWords({ check, blanks }: Pick<Rule, "check" | "blanks">): string | null {
  const family = families[check];
  if (family !== undefined) return blanks === "zero" ? "空白一律按0。" : byPolicy[family];
  return (
    others[check] ??
    (check in narrativeChecks
      ? "说明没有写的数不核对；表中对应的格空白，按0与文字比较；整张表空白，按没有这张表处理，规则另有说明的除外。"
      : null)
  );
}
