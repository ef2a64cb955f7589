/** The words of the findings on a criterion itself. One switch, exhaustive. */

import type { Diagnostic } from "./diagnostic";

/** The words of a diagnostic, without its place. */
export function sayDiagnostic(diagnostic: Diagnostic): string {
  switch (diagnostic.code) {
    case "criterion-no-rule":
      return "评分标准没有写明怎样得分或扣分";
    case "criterion-half-rule":
      return "评分标准只有半句，公式或条件不完整";
    case "criterion-empty":
      return "没有填写评分标准，将按一般规则计分";
    case "criterion-unread-part":
      return `“${diagnostic.text}”这一部分没有读懂`;
    case "criterion-gap":
      return diagnostic.from === diagnostic.to
        ? `没有规定恰好 ${diagnostic.from} 时的得分`
        : `${diagnostic.from} 与 ${diagnostic.to} 之间没有规定得分`;
    case "criterion-overlap":
      return `“${diagnostic.first}”与“${diagnostic.second}”有重叠，重叠部分得分不明`;
    case "criterion-shared-bound":
      return `界限值 ${diagnostic.at} 同时属于两档，没有写明“含”或“不含”`;
    case "criterion-marks-differ":
      return `评分标准最高可得 ${diagnostic.best} 分，与分值 ${diagnostic.points} 分不一致`;
    case "criterion-total-differs":
      return `评分标准开头写“共${diagnostic.total}分”，后面最高只到 ${diagnostic.best} 分或超过它`;
    case "criterion-marks-disordered":
      return "各档分数的高低次序与各档的好坏次序不一致";
    case "criterion-points-missing":
      return "没有填写分值";
    case "criterion-type-contradicts":
      return `指标值类型为“${diagnostic.type}”，与${diagnostic.says === "more" ? "越多越好" : "越少越好"}的含义相反`;
    case "criterion-unit-differs":
      return `评分标准用“${diagnostic.written}”计，计量单位是“${diagnostic.unit}”，两者不能比较`;
    case "criterion-unit-named-otherwise":
      return `评分标准写的是“${diagnostic.written}”，计量单位是“${diagnostic.unit}”`;
    case "criterion-target-not-number":
      return `评分标准需要数值，指标值“${diagnostic.target}”不是数`;
    case "criterion-target-missing":
      return "没有填写指标值";
    case "criterion-target-differs":
      return `评分标准得满分的界限是 ${diagnostic.mark}，指标值是 ${diagnostic.target}，两者不一致`;
    case "criterion-amount-open":
      return `“${diagnostic.text}”没有写明扣多少分，不同的人会给出不同的分`;
    case "criterion-stale-year":
      return `评分标准写的是 ${diagnostic.year} 年，指标值是 ${diagnostic.target} 年`;
    case "criterion-never-full":
      return `按评分标准，指标值“${diagnostic.target}”完成了也得不到满分`;
    case "criterion-residue":
      return `末尾的“${diagnostic.text}”像是别的栏目粘贴进来的，已不计`;
  }
}
