import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { Exact } from "../../workbook";
import type { StatedNumber } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import type { Quantity } from "../quantity";
import { textsOf } from "../text";
import { namesMiscounted } from "./enumerations-sayings";

/** Between the number and the names: "4家事业单位(", "6个,即", "3个科室:". */
const opener =
  /^[^,;。:()、\d]{0,14}(?:\(|[,:]?(?:按[^,;。:]{2,8})?(?:分别|具体|主要|依次)?(?:即|为|是|包括|包含|有|如下)(?:为|是|有|以下|下列)?[,:]?|:)/;
/** Words behind which everything is named. */
const all = /分别|具体|即|依次|从[大高]到[小低]|:$/;
/** "特种专业技术用车11辆(救护车、采血车)": so many times more than there are names, and these are kinds, each of several. */
const mostOfKind = 3;
/** The whole of the number is one of so many before it. */
const mostBefore = 6;
/** The longest list of names that is counted, and the longest of them. */
const longestList = 600;
const longestName = 30;

/**
 * "内设机构6个,即办公室、教务处、…", "4家事业单位(A、B、C、D)": as many names as the number says. A list that ends in "等" names
 * some only; "和" may join two names or be part of one.
 */
export const enumerationsCounted = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [namesMiscounted],
  run(context) {
    return textsOf(context).flatMap(({ reading }) =>
      reading.numbers.flatMap((number, at): Outcome[] => {
        const statement = judge(number, reading.numbers.slice(Math.max(0, at - mostBefore), at));
        return statement === null ? [] : [outcomeOf(context, statement)];
      }),
    );
  },
});

function judge({ passage, quantity }: StatedNumber, before: readonly StatedNumber[]): Statement | null {
  const { dimension, value, end } = quantity;
  if (dimension === "money" || dimension === "percent" || dimension === "price" || !value.isInteger()) return null;
  const rest = passage.text.slice(end, end + longestList);
  const opened = opener.exec(rest);
  if (opened === null) return null;
  const [behind, bracketed, cut] = [rest.slice(opened[0].length), opened[0].endsWith("("), rest.length === longestList];
  const named = namesOf(listIn(behind, bracketed, cut, /[。;]/), quantity);
  const names = named ?? (all.test(opened[0]) ? namesWithAmounts(listIn(behind, bracketed, cut, /。/)) : null);
  if (names === null) return null;
  if (bracketed && !all.test(opened[0]) && value.greaterThan(names.length * mostOfKind)) return null;
  const fewest = names.length;
  // Names that have their amounts are one each; "甲、乙和丙" joins the last two, or a name has the word in it.
  const most = fewest + (named === null ? 0 : names.filter((name) => /[和及与]/.test(name)).length);
  // "单位共3家，其中行政单位1家，事业单位2家，分别为甲、乙、丙": the names may be those of the whole that was divided.
  const sentence = passage.text.lastIndexOf("。", quantity.start);
  const counted = before.filter((one) => one.passage === passage && one.quantity.start > sentence);
  const holds = [
    ...counted.filter((one) => one.quantity.unit === quantity.unit).map((one) => one.quantity.value),
    value,
  ].some((one) => one.greaterThanOrEqualTo(fewest) && one.lessThanOrEqualTo(most));
  return {
    outcome: holds ? "pass" : "fail",
    says: (told) => namesMiscounted.with(() => ({ text: told.text, names, count: value.toFixed() })),
    at: { passage, start: Math.max(0, quantity.start - clauseLength(passage.text, quantity.start)), end },
    quantity,
    computed: new Exact(fewest),
    claims: [{ passage, quantity }],
  };
}

/** What stands in the brackets, or up to the end of the sentence or clause; without brackets inside. */
function listIn(text: string, bracketed: boolean, cut: boolean, end: RegExp): string | null {
  let depth = 0;
  let plain = "";
  for (const letter of text) {
    if (letter === "(") depth++;
    else if (letter === ")") {
      if (depth === 0) return bracketed ? plain : null;
      depth--;
    } else if (depth === 0) {
      if (end.test(letter)) return bracketed ? null : plain;
      plain += letter;
    }
  }
  return bracketed || cut ? null : plain;
}

/** The names of a list, or the one name of one thing; null where it is none, or does not name all. */
function namesOf(list: string | null, { value }: Quantity): string[] | null {
  if (list === null || /[\d,:]|[一二三四五六七八九]是|等$|等[^、]{0,8}$/.test(list)) return null;
  const names = list.split("、");
  if (names.length === 1 && !value.eq(1)) return null;
  return names.every((name) => name.length >= 2 && name.length <= longestName) ? names : null;
}

/** "分别为:采编播运行经费51.28万元,基层文化活动直播20.99万元": each name with its amount; null for any other list. */
function namesWithAmounts(list: string | null): string[] | null {
  // "…，合计358.7万元" at the end is the sum, no further name.
  const pieces = (list?.split(/[、,;](?!\d{3}(?:\D|$))/) ?? []).filter(
    (piece) => !/^(?:以上|两项|各项)?(?:合计|共计|总计|总共|小计)/.test(piece),
  );
  const names = pieces.flatMap((piece) => /^([^\d]{2,30})\d[\d,.]*[万亿]?元$/.exec(piece)?.[1] ?? []);
  return pieces.length >= 2 && names.length === pieces.length ? names : null;
}

/** How many letters of the clause stand before a place. */
function clauseLength(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < 20 && !/[,;。:()、]/.test(text[from - 1]!)) from--;
  return at - from;
}
