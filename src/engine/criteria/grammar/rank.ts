/** Places in a ranking: "前五", "前3名", "第1名", "第4-6名", "第六名及以后". The better place is the smaller number. */

import type { RangePart } from "./condition";
import { alt, map, opt, pattern, seq, word } from "./combinators";
import type { Parser } from "./combinators";
import { bareNumber } from "./quantity";

const place = word("名", "位", "名次", "位次");

function part(low: string | null, high: string | null): RangePart {
  const end = (number: string | null): RangePart["low"] =>
    number === null ? null : { at: { number, unit: "名" }, inclusive: true, explicit: false, soft: false };
  return { low: end(low), high: end(high), bare: null, explicit: false, prefix: "", suffixed: true };
}

/** A range of places. */
export const rank: Parser<RangePart> = alt<RangePart>(
  map(
    seq(
      pattern("(?<![以之目往年])前"),
      bareNumber,
      alt<unknown>(place, pattern("(?=$|[,;。得计给记(的不]|以内)")),
      opt(word("以内", "内", "之内", "(含)")),
    ),
    ([, n]) => part(null, n),
  ),
  map(
    seq(pattern("第"), bareNumber, opt(place), pattern("[-~至到]"), opt(word("第")), bareNumber, place),
    ([, a, , , , b]) => part(a, b),
  ),
  map(
    seq(word("第"), bareNumber, place, alt(word("及以后", "以后", "之后", "及之后", "及以下", "以下"))),
    ([, n, , tail]) => part(tail.startsWith("及") || tail === "以下" ? n : String(Number(n) + 1), null),
  ),
  map(seq(word("第"), bareNumber, place, alt(word("及以上", "以上", "以内", "及以前", "之前", "以前"))), ([, n]) =>
    part(null, n),
  ),
  map(seq(word("第"), bareNumber, place), ([, n]) => part(n, n)),
  map(seq(word("第"), bareNumber, pattern("(?=得|计|,得)")), ([, n]) => part(n, n)),
  map(seq(bareNumber, pattern("[-~至到]"), bareNumber, word("名")), ([a, , b]) => part(a, b)),
  map(seq(bareNumber, word("名"), word("以后", "之后", "及以后")), ([n, , tail]) =>
    part(tail === "及以后" ? n : String(Number(n) + 1), null),
  ),
);
