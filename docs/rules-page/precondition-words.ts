import type { Condition, Figures, LineSelector, Rule } from "../../src/engine/reconcile";

/** What a clerk calls the roles of lines and columns that hold amounts. */
const roleWords: Readonly<Record<string, string>> = {
  total: "合计",
  "grand-total": "总计",
  "year-total": "本年合计",
  unit: "单位",
  project: "项目支出",
  basic: "基本支出",
  personnel: "人员经费",
  "public-use": "公用经费",
  "operating-expenditure": "经营支出",
  "affiliate-subsidy": "对附属单位补助支出",
  "superior-remittance": "上缴上级支出",
  "surplus-distribution": "结余分配",
  "carry-out": "结转下年",
  fiscal: "财政拨款",
  "fiscal-line": "财政拨款",
  "fiscal-share": "经费拨款",
  "general-public": "一般公共预算",
  "government-fund": "政府性基金预算",
  "state-capital": "国有资本经营预算",
  "special-account": "财政专户管理资金",
  "own-funds": "单位资金",
  undertaking: "事业收入",
  operating: "经营收入",
  "superior-subsidy": "上级补助收入",
  "affiliate-remittance": "附属单位上缴收入",
  other: "其他收入",
  "carry-over": "上年结转",
  "carried-general-public": "年初结转（一般公共预算）",
  "carried-government-fund": "年初结转（政府性基金预算）",
  "carried-state-capital": "年初结转（国有资本经营预算）",
  "surplus-use": "使用非财政拨款结余",
  reception: "公务接待费",
  abroad: "因公出国（境）费",
  vehicle: "公务用车购置及运行费",
  "vehicle-purchase": "公务用车购置费",
  "vehicle-operation": "公务用车运行费",
  "three-public": "“三公”经费",
  "initial-budget": "年初预算数",
  "annual-budget": "全年预算数",
  executed: "全年执行数",
};

/** Conditions that must all hold are numbered, so that an "或者" within one cannot be misread. */
const numerals = ["①", "②", "③", "④", "⑤", "⑥"];

const sectionWords: Readonly<Record<string, string>> = {
  income: "收入方",
  expenditure: "支出方",
  "expenditure-nature": "支出方（按支出性质）",
  "expenditure-economic": "支出方（按经济分类）",
};

/**
 * Words for preconditions; `tableName` gives a kind's name. A role or section without a word is an error: it wants a
 * line above.
 */
export class PreconditionWords {
  constructor(private readonly tableName: (kind: string) => string) {}

  /** All preconditions of a rule in a sentence or two; null where the rule needs its tables only. */
  of({ when = [], unless = [] }: Pick<Rule, "when" | "unless">): string | null {
    const sentences = [
      ...(when.length === 0 ? [] : [this.all(when)]),
      ...(unless.length === 0 ? [] : [`这样的不核对（另有规则核对）：${this.all(unless)}`]),
    ];
    return sentences.length === 0 ? null : sentences.join("。");
  }

  private all(conditions: readonly Condition[]): string {
    const words = conditions.map((condition) => this.condition(condition));
    return words.length === 1 ? words[0]! : words.map((word, index) => `${numerals[index] ?? ""}${word}`).join("；");
  }

  private condition(condition: Condition): string {
    if ("any" in condition) return condition.any.map((one) => this.condition(one)).join("，或者");
    if ("present" in condition) return this.stands(condition.present, "有");
    if ("absent" in condition) return this.stands(condition.absent, "没有");
    if ("filled" in condition) return `${this.figures(condition.filled)}有不为0的数`;
    return `${this.figures(condition.zero)}没有数（空白或0）`;
  }

  private stands(figures: Figures, word: "有" | "没有"): string {
    const within = this.place(figures);
    return within === ""
      ? `${word}${this.tableName(figures.table)}`
      : `${this.tableName(figures.table)}${word}${within}`;
  }

  private figures(figures: Figures): string {
    return `${this.tableName(figures.table)}${this.place(figures)}`;
  }

  private place({ sections, lines, columns }: Figures): string {
    const sides = (sections ?? []).map((section) => wordOf(sectionWords, section)).join("或");
    const rows = (lines ?? []).map(lineWords).join("或");
    const named = (columns ?? []).filter(({ roles }) => roles.join() !== "total");
    const words = (roles: readonly string[], between: string): string =>
      roles.map((role) => wordOf(roleWords, role)).join(between);
    const cells = named
      .map(({ roles, not }) => {
        const except = not ? `（不含${words(not, "、")}）` : "";
        return `“${words(roles, "”“")}”${roles.length > 1 ? "各" : ""}列${except}`;
      })
      .join("或");
    return [sides, rows, cells].filter((word) => word !== "").join("");
  }
}

function lineWords({ roles, not, codes, level }: LineSelector): string {
  const except = not ? `除${not.map((role) => wordOf(roleWords, role)).join("、")}以外的` : "";
  const rank = level === "leaf" ? "明细行" : level === "top" ? "最上一级的行" : "行";
  const names = [...(roles ?? []).map((role) => wordOf(roleWords, role)), ...(codes ?? [])];
  return names.length === 0
    ? `${except}${except === "" ? "各" : ""}${rank}`
    : `${except}“${names.join("”“")}”${names.length > 1 ? "各" : ""}行`;
}

function wordOf(words: Readonly<Record<string, string>>, id: string): string {
  const word = words[id];
  if (word === undefined) throw new Error(`docs/rules-page/precondition-words.ts has no word for "${id}"`);
  return word;
}
