/** What the words of a cell say of being in time: "按期完成", "逾期4天", "延期半年", "提前3天完成". */

import { tokenise, unitOf } from "../../language";
import type { Dimension, Token } from "../../language";
import { Exact } from "../exact";

/** Late, early or in time; by how much where the words say it, in the base of its dimension. */
export interface SaidTime {
  readonly way: "late" | "early" | "in-time";
  /** `written` as the words give it: "2个月". */
  readonly amount: { readonly value: Exact; readonly dimension: Dimension; readonly written: string } | null;
}

/** A day in the base of hours. */
export const SECONDS_A_DAY = 24 * 3600;

const TIMES: readonly Dimension[] = ["days", "months", "hours"];
/** Words beside that say nothing of the time: what was done, and that it was. */
const BESIDE = ["noun", "done", "wholly", "scope", "target", "actual", "measure"] as const;

/** What a normalised text says of time; null where it speaks of anything else, or of a time that is not certain. */
export function timeSaid(text: string): SaidTime | null {
  const tokens = tokenise(text);
  const told = tokens.flatMap((token, at) => {
    const way = wayOf(token, tokens[at - 1], tokens[at + 1]);
    return way === null ? [] : [{ at, way }];
  });
  const [only] = told;
  if (only === undefined || told.length > 1) return null;
  const amount = amountBeside(tokens, only.at);
  if (amount === undefined) return null;
  if (only.way === "over") return amount === null ? null : { way: "late", amount };
  return only.way === "in-time" && amount !== null ? null : { way: only.way, amount };
}

/** By how much: null where the words beside do not say it, undefined where they speak of anything else. */
function amountBeside(tokens: readonly Token[], told: number): SaidTime["amount"] | undefined {
  let amount: SaidTime["amount"] = null;
  for (const [at, token] of tokens.entries()) {
    if (at === told || (at === told - 1 && token.classes.has("negation"))) continue;
    const quantity = token.classes.get("quantity");
    if (quantity === undefined) {
      if (!BESIDE.some((cls) => token.classes.has(cls))) return undefined;
      continue;
    }
    const unit = unitOf(String(quantity.unit));
    if (amount !== null || at < told || !TIMES.includes(unit.dimension)) return undefined;
    const [number, name] = [String(quantity.number), String(quantity.unit)];
    amount = {
      value: new Exact(number).times(unit.factor),
      dimension: unit.dimension,
      written: `${number}${name === "月" ? "个月" : name}`,
    };
  }
  return amount;
}

const DAY_OF_PERIOD = /^(每(?:个?月|季度?|周|学期|年))\D{0,3}?(\d{1,2})[日号]((?:之|以|及以)?前)?/u;

/** "每月14日发放" beside "每月10日前": four days late. Null where either names no day of such a period. */
export function dayOfPeriod(words: string, target: string): SaidTime | null {
  const [given, asked] = [DAY_OF_PERIOD.exec(words), DAY_OF_PERIOD.exec(target)];
  if (given === null || asked?.[3] === undefined || given[1] !== asked[1] || given[3] !== undefined) return null;
  const late = Number(given[2]) - Number(asked[2]);
  return late <= 0
    ? { way: "in-time", amount: null }
    : { way: "late", amount: { value: new Exact(late), dimension: "days", written: `${late}天` } };
}

type Way = SaidTime["way"] | "over";

/** What a word says of being in time, with a denial before it turned round. */
function wayOf(token: Token, before: Token | undefined, next: Token | undefined): Way | null {
  const denied = before?.classes.has("negation") === true;
  if (saysSide(token, "late")) return denied ? "in-time" : "late";
  if (token.classes.has("on-time")) return denied ? "late" : "in-time";
  if (saysSide(token, "early")) return denied ? null : "early";
  if (/^(?:未|不)?及时$/u.test(token.word)) return denied || token.word.length > 2 ? "late" : "in-time";
  return token.classes.get("way")?.way === "over" && !denied && isQuantity(next) ? "over" : null;
}

const saysSide = (token: Token, side: "late" | "early"): boolean =>
  token.classes.has(side) || token.classes.get("way")?.way === side;

const isQuantity = (token: Token | undefined): boolean => token?.classes.has("quantity") === true;

/**
 * So much time in a unit of another dimension: days and months only where no length of a month could tell otherwise.
 */
export function timeIn(
  amount: NonNullable<SaidTime["amount"]>,
  dimension: Dimension,
): { readonly value: Exact; readonly dimension: Dimension } | null {
  if (amount.dimension === dimension) return amount;
  if (amount.dimension === "days" && dimension === "months" && amount.value.lt(28))
    return { value: amount.value.div(30), dimension };
  if (amount.dimension === "days" && dimension === "hours")
    return { value: amount.value.times(SECONDS_A_DAY), dimension };
  return null;
}
