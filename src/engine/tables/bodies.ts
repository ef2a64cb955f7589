import { tidy } from "./normalise";

/** Endings of the names of bodies that have a budget. */
const ending =
  "(?:局|委员会|委|办公室|办|厅|中心|院|处|所|站|部|会|室|队|校|大学|学院|中学|小学|幼儿园|馆|园|政府|街道|镇|乡|公司|集团|法院|检察院|联合会|协会|银行|基地|台|社)";
const afterYear = new RegExp(
  `^20\\d{2}年(?:度)?(.{2,30}?${ending})(?:\\(?本级\\)?)?(?=部门|单位|收支|收入|支出|预算|财政|一般|政府性|国有|项目|整体|绩效|[“"]?三公)`,
);
const beforeYear = new RegExp(`^(?:附件\\d*[::]?)?(.{2,30}?)(?:部门|单位)?20\\d{2}年`);

const bodyName = new RegExp(
  `^[\\u4e00-\\u9fff][\\u4e00-\\u9fff()、-]{2,38}${ending}(?:\\((?:本级|机关|汇总|本部)\\)|本级|机关)?$`,
);
const notBody = /表$|预算|决算|说明|收入|支出|单位$|^(?:部门|单位|各|本|全)|[总合]计/;

/** Is a normalised text the name of a body and nothing else? */
export function isBodyName(text: string): boolean {
  return bodyName.test(text) && !notBody.test(text);
}

/** The body that a normalised title names ("2025年某市某局部门收支总表", "某市某局2025年…"); null where it names none. */
export function bodyInTitle(title: string): string | null {
  const text = tidy(title);
  const after = afterYear.exec(text);
  if (after && !/^(?:部门|单位|本)/.test(after[1]!)) return after[1]!;
  const before = beforeYear.exec(text);
  const name = before?.[1] ?? null;
  return name !== null && new RegExp(`${ending}(?:\\((?:本级|机关|汇总|本部)\\))?$`).test(name) ? name : null;
}
