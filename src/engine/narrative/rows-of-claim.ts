import { foldedName } from "../tables";
import { Exact } from "../workbook";
import type { Claim } from "./claim";
import { compareQuantity } from "./comparison";
import type { LooseFigure, LooseRows } from "./loose-rows";
import { isFigureOf, isPartOf } from "./measures";
import { absolute } from "./quantity";

/** The shortest name that says what it is. */
const shortestName = 3;

/**
 * The rows of the sheets that are no known table that a claim may speak of: the cell where the row of its whole meets
 * the column of its own name, else the rows of its name, else those of its measure, of the same kind of thing.
 */
export function rowsFor(claim: Claim, rows: LooseRows): readonly LooseFigure[] {
  const { label, measure, quantity, head } = claim;
  const alike = (figure: LooseFigure): boolean =>
    figure.dimension === quantity.dimension && !isNarrower(figure, claim) && !isBoundOnly(figure, claim, rows);
  const met = inRowOfWhole(claim, rows).filter(alike);
  if (met.length > 0) return met;
  // 货物 of the purchases is what the list has of it; 项目支出 of the 培训费 is not all 项目支出.
  if (measure !== null && head !== null && !isFigureOf(measure, head.measure)) return [];
  const name = foldedName(label.name).replace(timeInFront, "");
  const bare = name.replace(/(?:项目)?(?:经费|支出|资金|专项)$/, "");
  const named =
    [name, name.replace(kindInFront, ""), `对${name}`, bare, `${name}项目`, `${name}经费`]
      .map((one) => (one.length < shortestName ? [] : (rows.byName.get(one) ?? []).filter(alike)))
      .find((some) => some.length > 0) ?? [];
  if (named.length > 0) return named;
  return measure === null ? guests(claim, rows) : (rows.byMeasure.get(measure) ?? []).filter(alike);
}

/** "年末公务用车保有量": when it is, which no row says. */
const timeInFront = /^(?:年末|期末|年底|全年|本年|当年|累计|共计|预计)+/;

/** "重点项目“泵站改造”": what kind of row it is, which the row does not repeat. */
const kindInFront = /^(?:重点|主要|专项|一级|二级)?项目(?:名称)?/;

/** "商品和服务支出…，其中基本支出…": the row of the whole, the column of the part. */
function inRowOfWhole({ head, label, measure }: Claim, { byName }: LooseRows): readonly LooseFigure[] {
  const name = foldedName(label.name);
  if (head === null || name.length < shortestName) return [];
  return (byName.get(foldedName(head.label.name)) ?? []).filter(
    (figure) =>
      foldedName(figure.head) === name || (measure !== null && measure === figure.headMeasure && !figure.total),
  );
}

/** "累计接待44批次、367人次": those are counted of guests only, at home where nothing else is said. */
function guests({ quantity: { dimension }, passage, start }: Claim, { all }: LooseRows): readonly LooseFigure[] {
  if (dimension !== "批次" && dimension !== "人次") return [];
  const clause = /[^。;]*$/.exec(passage.text.slice(0, start))![0] + passage.text.slice(start, start + 12);
  const abroad = /外宾|外事|国\(境\)外/.test(clause.slice(-24));
  if (!/接待/.test(clause)) return [];
  return all.filter(
    (figure) => figure.dimension === dimension && /接待/.test(figure.name) && /外/.test(figure.name) === abroad,
  );
}

/** 会议费 in a table of 机关运行经费 is the part of that: it says nothing of all 会议费. */
function isNarrower({ of }: LooseFigure, { measure, head }: Claim): boolean {
  if (of === null || measure === null || measure === of || head?.measure === of) return false;
  return isPartOf(measure, of) && !isFigureOf(measure, of);
}

/** Codes of the economic classification: 部门 3xx, 政府 5xx. */
const economicCode = /^[35]\d{2}(?:\d{2})?$/;

/**
 * A row of the economic classification shows what of 培训费, 公务接待费 … is paid from the money of its sheet, and what of
 * 工资福利支出 belongs to the whole of its sheet: other figures of that name are other money. The same amount is the same
 * figure.
 */
function isBoundOnly({ code, sheet, value, half }: LooseFigure, claim: Claim, { all }: LooseRows): boolean {
  if (code === null || !economicCode.test(code)) return false;
  const { quantity, meaning, head, measure } = claim;
  if (compareQuantity(quantity, value, half) !== "fail") return false;
  if (meaning?.["item"] !== undefined) return true;
  if (measure === null || !measure.startsWith("economic-") || head === null) return false;
  const whole = absolute(head.quantity);
  return !all.some(
    (figure) => figure.total && figure.sheet === sheet && new Exact(figure.value).minus(whole).abs().lte(figure.half),
  );
}
