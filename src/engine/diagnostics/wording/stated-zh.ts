import { evaluationWordings } from "../../evaluation/wording";
import { narrativeWordings } from "../../narrative/wording";
import type { Outcome } from "../../reconcile/outcome";
import type { NotationCode } from "../../workbook";
import { officeNumber, size } from "./numbers";

/** Wording of a check that is not an equation: `{name}` stands for a parameter of the outcome. */
export interface StatedWording {
  readonly title: string;
  readonly lines: readonly string[];
  /** Title where the check passes; without it "核对一致" with the rule's own name does. */
  readonly pass?: string;
}

const reconcileWordings: Readonly<Record<string, StatedWording>> = {
  ratio: {
    title: "{rate}写的是 {reported}，按算应为 {computed}",
    lines: ["{numerator} ÷ {denominator} = {computed}", "差 {difference}"],
    pass: "{rate}等于{numerator} ÷ {denominator}",
  },
  "rate-of-change": {
    title: "{rate}写的是 {reported}%，按算应为 {computed}%",
    lines: ["（{current} − {prior}）÷ {prior} = {computed}%", "差 {difference} 个百分点"],
    pass: "{rate}与两年的数相符",
  },
  "displayed-figures": {
    title: "{total}：存的数相符，但显示出来的数相加差 {size}",
    lines: ["显示的合计 {reported}，显示的各项相加 {computed}", "打印出来会对不上；可统一小数位数，或按显示的数填写。"],
    pass: "{total}显示的数相加一致",
  },
  "amount-notation": {
    title: "{table}有 {count} 个金额{notation}（如“{first}”）",
    lines: ["已按所表示的数核对；建议改成规范的数字。"],
    pass: "{table}的金额书写规范",
  },
  "title-year": {
    title: "{table}的表名写的是 {year} 年，其他表都是 {usual} 年",
    lines: ["表名：{title}", "已按 {usual} 年的表核对；请确认表名，或确认这张表的数是不是 {usual} 年的。"],
    pass: "{table}表名中的年度与其他表一致",
  },
  "level-missing": {
    title: "{table}没有“{code}”这一行，它的下级“{child}”直接列出",
    lines: ["同级的其他科目都有合计行；下面有 {count} 行属于“{code}”，请核对是不是漏了它。"],
    pass: "{table}各级科目都有合计行",
  },
  "code-slip": {
    title: "{tables}“{row}”的{part}写成 {written}，应为 {wanted}",
    lines: ["{evidence}", "加总和表间核对已按 {code} 进行；请改编码，数不用动。"],
  },
  "code-unknown": {
    title: "{tables}“{row}”的编码不是{list}里的编码",
    lines: ["前后各行和其他表也看不出应是哪个编码，请核对。"],
  },
  "codes-fit": { title: "{table}的科目编码没有写错", lines: [], pass: "{table}的科目编码没有写错" },
  "code-name": {
    title: "{table}“{row}”的编码和名称对不上：{code} 是“{listed}”，“{label}”是 {fitting}",
    lines: ["以{list}为准；请看写错的是编码还是名称。"],
  },
  "code-names": {
    title: "{table}有 {count} 行的编码和名称对不上，像是单位自己编的号",
    lines: ["按{list}：{items}", "规则提到某个科目（如公务接待费）时，这张表按名称找，名称也没有的不核对。"],
  },
  "code-names-fit": { title: "{table}的科目编码和名称对得上", lines: [], pass: "{table}的科目编码和名称对得上" },
  "old-names": {
    title: "{tables}用了旧的科目名称（如“{first}”）",
    lines: ["{items}", "编码没有变，已当作同一个科目核对；请改用当年的名称。"],
  },
  "names-current": { title: "{table}的科目名称是当年的", lines: [], pass: "{table}的科目名称是当年的" },
  "repeated-row-differs": {
    title: "{figure}在换页处重复出现，两处的数不一样",
    lines: ["不知以哪一处为准，用到它的核对都没有做；请先改成一样。"],
  },
};

/** What is unusual about the way amounts are written. */
const notationNames: Readonly<Record<NotationCode, string>> = {
  "number-as-text": "是文本格式",
  "thousands-separators": "是带千分位逗号的文本",
  "full-width": "用了全角数字",
  "blanks-inside": "中间有空格",
  placeholder: "用符号代替空白",
  "parentheses-negative": "用括号表示负数",
  "currency-sign": "带货币符号",
  "unit-inside": "把单位写在数里",
  "percent-text": "是文本格式的百分数",
};

/** Wordings by the id that an outcome's `detail.wording` names. */
export const statedWordings: Readonly<Record<string, StatedWording>> = {
  ...reconcileWordings,
  ...narrativeWordings,
  ...evaluationWordings,
};

/** Of these, the ones that say that a text breaks a bound: a larger (smaller) figure would do. */
export const boundWordings: ReadonlySet<string> = new Set(["narrative-at-least", "narrative-above-limit"]);

/**
 * And the ones that other figures make wrong: they calculate what should be reported from them, or find a line twice.
 */
export const derivedWordings: ReadonlySet<string> = new Set([
  "ratio",
  "execution-rate",
  "execution-score",
  "execution-above",
  "rate-without-amounts",
  "printed-rate",
  "indicator-twice",
]);

/**
 * The wording with its parameters filled in; an id that nobody worded shows its parameters, so that nothing is hidden.
 */
export function stated(
  outcome: Outcome,
  id: string,
  values: Readonly<Record<string, string>>,
): { title: string; lines: string[] } {
  const wording = statedWordings[id];
  if (!wording) return { title: Object.values(values).join("，"), lines: [] };
  // Looked up as they are asked for: most wordings use a few of many parameters.
  const parameter = (name: string): string => {
    const value = values[name];
    if (value !== undefined) return name === "notation" ? (notationNames[value as NotationCode] ?? value) : value;
    if (name === "reported" || name === "computed" || name === "difference") return numberWord(outcome[name]);
    return name === "size" ? numberWord(outcome.difference === null ? null : size(outcome.difference)) : "";
  };
  const fill = (text: string): string => text.replace(/\{([\w-]+)\}/g, (_, name: string) => parameter(name));
  if (outcome.outcome === "pass")
    return {
      title: wording.pass === undefined ? `${values.name ?? values.text ?? ""}核对一致` : fill(wording.pass),
      lines: [],
    };
  return { title: fill(wording.title), lines: wording.lines.map(fill) };
}

function numberWord(amount: string | null): string {
  return amount === null ? "（空）" : officeNumber(amount, 0);
}
