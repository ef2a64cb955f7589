/** Numbers with their units: "95%", "5 次", "两家", "百分之九十", "九成", "10万元". */

import { CHINESE_NUMERAL, chineseNumeral, DIGIT_NUMERAL, plainDigits } from "../numerals";
import type { Quantity } from "../tree";
import { UNIT_NAMES, unitOf } from "../units";
import { alt, followedBy, map, opt, pattern, remembering, seq, word } from "./combinators";
import type { Parser } from "./combinators";

/** Units that count things and have no name of their own for ten thousand. */
const COUNTED = UNIT_NAMES.filter(
  (name) => unitOf(name).dimension === "count" && !/^[万亿]/u.test(name) && /^\p{Script=Han}/u.test(name),
);
const units = UNIT_NAMES.filter((name) => name !== "分");
/** A unit; "分" (marks) is left to those who know whether a mark or a threshold is meant. */
export const unit: Parser<string> = map(
  seq(
    word(...units),
    opt(
      pattern(
        "(?<=元)(?:/|每)(?:人|户|家|亩|件|个|次|天|日|月|年|吨|公里|平方米|立方米|米|台|套|份|学期|课时|生|株|只|头|床){1,6}(?:[/·](?:天|日|次|月|年|期))?",
      ),
    ),
  ),
  ([name, each]) => `${name}${each?.[0] ?? ""}`,
);

/** A sign belongs to the number unless something to subtract from, or the start of a range, stands before it. */
const sign = opt(pattern("(?<![\\d%‰)率度值数分次个])[-+]|负"));

const digits: Parser<string> = map(
  seq(sign, pattern(DIGIT_NUMERAL)),
  ([minus, [digit]]) => `${minus?.[0] === "-" || minus?.[0] === "负" ? "-" : ""}${plainDigits(digit!)}`,
);

const chinese: Parser<string> = remembering(map(pattern(CHINESE_NUMERAL), ([text]) => chineseNumeral(text!)));

/** A number in digits, perhaps in ten-thousands ("3万"). */
const digitsWithMyriad: Parser<string> = map(
  seq(digits, opt(pattern(`[千万亿](?=${COUNTED.join("|")})`))),
  ([number, myriad]) => (myriad === null ? number : shift(number, { 千: 3, 万: 4, 亿: 8 }[myriad[0]!] ?? 0)),
);

function shift(number: string, places: number): string {
  const [whole = "0", fraction = ""] = number.split(".");
  const padded = fraction.padEnd(places, "0");
  return plainDigits(`${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

/** "1.5万人" in a unit that the tables know keeps it: the other end of a range then shares it. */
const inMyriads: Parser<Quantity> = map(
  seq(digits, word(...UNIT_NAMES.filter((name) => /^[万亿]./u.test(name) && !/元$/u.test(name)))),
  ([number, name]) => ({ number, unit: name }),
);

const percentWords: Parser<Quantity> = map(seq(word("百分之"), alt(digits, chinese)), ([, number]) => ({
  number,
  unit: "%",
}));
const tenths: Parser<Quantity> = map(seq(alt(digits, chinese), pattern("成(?![立效果本功绩员熟])")), ([number]) => ({
  number: shift(number, 1),
  unit: "%",
}));

/** "2/3以上", "三分之二以上": so many thirds, kept exactly. */
const fraction: Parser<Quantity> = map(
  seq(
    alt(
      map(seq(alt(digits, chinese), word("分之"), alt(digits, chinese)), ([below, , above]) => ({ above, below })),
      map(pattern("(\\d)\\/([2-9]|10)(?![\\d./])"), ([, above, below]) => ({ above: above!, below: below! })),
    ),
    followedBy(pattern("\\(|以|及以|或以|的?(?:目标|任务|计划|指标|得|计|不)|,|-|至")),
  ),
  ([{ above, below }]) =>
    /^(?:[2-9]|10)$/u.test(below) && Number(above) <= Number(below) ? { number: above, unit: `/${below}` } : null,
);

/** A number in digits with or without a unit, or in Chinese with one (一 alone may begin any word: 一般, 一致). */
export const quantity: Parser<Quantity> = remembering(
  alt<Quantity>(
    percentWords,
    tenths,
    fraction,
    map(seq(word("半"), opt(word("个")), word("天", "年", "月", "小时", "百分点", "工作日")), ([, , name]) => ({
      number: "0.5",
      unit: name === "月" ? "个月" : name,
    })),
    inMyriads,
    map(seq(digitsWithMyriad, opt(unit)), ([number, name]) => ({ number, unit: name ?? "" })),
    map(seq(chinese, unit, pattern("(?!性|致|般|定|向|直|方面|体|度[^以及,;])")), ([number, name]) => ({
      number,
      unit: name,
    })),
  ),
);

/** A threshold that is itself a number of marks, "90分", where the context is a threshold. */
export const quantityOrMarks: Parser<Quantity> = alt<Quantity>(
  percentWords,
  map(seq(alt(digits, chinese), word("分"), pattern("(?!钟|之|贝)")), ([number]) => ({ number, unit: "分" })),
  map(seq(word("一半", "半数"), followedBy(pattern("\\(|以|及以|,|的|得|计|不|且"))), () => ({
    number: "50",
    unit: "%",
  })),
  quantity,
);

/** A count of marks, in digits or Chinese, before 分. */
export const marks: Parser<string> = map(
  seq(
    alt(
      digits,
      chinese,
      map(word("半"), () => "0.5"),
    ),
    word("分"),
    pattern("(?!钟|贝|值|数|以上|及以上|以下|之|别|项|类|公司|局)"),
  ),
  ([number]) => number,
);

/** The bare number before something else than 分 ("8-10分" takes its first number this way). */
export const bareNumber: Parser<string> = alt(digits, chinese);

/** A share of the whole: "80%", "1/3", "三分之一", "一半", "八成", "0.5倍". As a decimal string or a fraction "1/3". */
export const share: Parser<string> = alt<string>(
  map(seq(alt(digits, chinese), word("分之"), alt(digits, chinese)), ([below, , above]) => `${above}/${below}`),
  map(seq(digits, word("/"), digits), ([above, , below]) => `${above}/${below}`),
  map(alt(percentWords, tenths), (q) => percentShare(q.number)),
  map(seq(digits, word("%")), ([number]) => percentShare(number)),
  map(seq(digits, word("个百分点"), followedBy(pattern("的?(?:权重|分值|指标分|满分|总分)"))), ([number]) =>
    percentShare(number),
  ),
  map(seq(digits, word("倍")), ([number]) => number),
  map(word("一半", "半数"), () => "0.5"),
);

/** 80 (percent) as the share 0.8, by moving the point. */
export function percentShare(number: string): string {
  const negative = number.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? number.slice(1) : number).split(".");
  const padded = whole.padStart(3, "0");
  return `${negative ? "-" : ""}${plainDigits(`${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`)}`;
}
