import type { Facets } from "../tables";
import { isBareName, type Label } from "./label";
import type { Measure } from "./measures";

const describing =
  /每|人均|单价|标准(?:为|是)?$|不超过|不低于|上限|限额|以内$|原值|注册|产值|(?:^|[^非])税收|工业增加值|营业收入|利润/;

/** "商品和服务支出…，其中基本支出…、项目支出…", "资本性支出…，均为项目支出": a class that is not of the basic expenditure alone. */
export function ofSaidNature(meaning: Facets | null, behind: string): Facets | null {
  if (meaning?.["economic"] === undefined || meaning["nature"] !== "basic") return meaning;
  const { nature: _, ...others } = meaning;
  if (/^[,:(]?(?:其中|包括):?(?:基本|项目)支出/.test(behind)) return others;
  return /^,(?:全部|均)(?:为|是|属于?)项目支出/.test(behind) ? { ...others, nature: "project" } : meaning;
}

/** The words describe a thing that costs so much; they name no figure of the budget. */
export function isDescription(words: string, label: Label, measure: Measure | null): boolean {
  if (describing.test(words)) return true;
  const longest = label.path !== null || /\((?:类|款|项)\)/.test(label.name) ? 80 : 40;
  return (
    label.name.length > longest ||
    (label.lastYear && measure === null && label.path === null && !isBareName(label.name))
  );
}
