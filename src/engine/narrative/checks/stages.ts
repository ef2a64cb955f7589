import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact, type ExactDecimal } from "../../workbook";
import type { Claim, Direction } from "../claim";
import { claimsBefore, claimsByPassage } from "../claims-around";
import type { Passage } from "../passage";
import { amountOf, outcomeOf, type Statement } from "../outcomes";
import { absolute } from "../quantity";
import { sameTopic } from "../topic";
import { textsOf, type NarrativeText } from "../text";
import { plannedInTables } from "./completion";
import { stagesContradicted } from "./stages-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts">;

const plan = "(?:年初|全年|调整后?|本年|当年|财政拨款)*预算(?:安排)?(?:数|额)?";
const outturn = "(?:决算|执行|实际支出)(?:数|额)?";
/** "决算数大于年初预算数", "决算数比预算数减少", "决算数与年初预算数持平". */
const comparison = new RegExp(
  `${outturn}(?:(?:略|基本)?(?:(大于|高于|超过|超出|多于)|(小于|低于|少于)|(等于))${plan}` +
    `|[比较]${plan}(?:有所|略有)?(?:(增加|增长|增多|上升|提高)|(减少|下降|降低|压减)|(持平))` +
    `|[与和同]${plan}(?:相比)?(?:[,]?(?:(增加|增长)|(减少|下降)|(持平|一致|相同|相等|无差异))))`,
  "g",
);
const directions: readonly Direction[] = ["up", "down", "flat"];
const words = { up: "大于", down: "小于", flat: "等于" } as const;

/**
 * "决算数大于年初预算数": so says the settled figure beside the planned one of the same item, both as the text gives them,
 * or the planned one of the tables, or the rate of completion in front of the words.
 */
export const stagesCompared = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [stagesContradicted],
  run(context) {
    return textsOf(context).flatMap((text) => {
      const claims = claimsByPassage(text.reading);
      return text.passages.flatMap((passage) =>
        [...passage.text.matchAll(comparison)].flatMap((match): Outcome[] => {
          const group = match.slice(1).findIndex((one) => (one as string | undefined) !== undefined);
          const said: Said = {
            passage,
            start: match.index,
            end: match.index + match[0].length,
            direction: directions[group % directions.length]!,
          };
          const statement = judge(said, claims.get(passage) ?? [], text, context);
          return statement === null ? [] : [outcomeOf(context, statement)];
        }),
      );
    });
  },
});

interface Said {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
}

function judge(said: Said, claims: readonly Claim[], text: NarrativeText, context: Sources): Statement | null {
  const pairs = pairsBefore(said, claims, text, context);
  const [first] = pairs;
  if (first !== undefined) {
    const fits = pairs.find(({ settled, planned }) => wayOf(absolute(settled.quantity), planned) === said.direction);
    return statementOf(said, fits ?? first);
  }
  const rate = rateBefore(said);
  return rate === null ? null : ofRate(said, rate);
}

/** The settled figure with what was planned of the same. */
interface Pair {
  readonly settled: Claim;
  readonly planned: ExactDecimal;
  readonly claim: Claim | null;
}

/** The last settled figure before the words, and what it is a part of; each with its planned one. */
function pairsBefore({ start }: Said, claims: readonly Claim[], text: NarrativeText, context: Sources): Pair[] {
  const before = claimsBefore(claims, start).filter(isPlain);
  const chain: Claim[] = [];
  const last = before.findLast(({ label }) => label.version !== "budget");
  for (let claim: Claim | null = last ?? null; claim !== null; claim = claim.head) chain.push(claim);
  return chain.flatMap((settled): Pair[] => {
    const said = before.filter(({ label }) => label.version === "budget").filter((one) => sameTopic(one, settled));
    if (said.length > 0) return said.map((claim) => ({ settled, planned: absolute(claim.quantity), claim }));
    const planned = plannedInTables(settled, text, context);
    return planned === null ? [] : [{ settled, planned, claim: null }];
  });
}

function isPlain({ reason, denial, label, quantity }: Claim): boolean {
  return !reason && !denial && !label.lastYear && quantity.dimension === "money";
}

function wayOf(settled: ExactDecimal, planned: ExactDecimal): Direction {
  const way = settled.comparedTo(planned);
  return way > 0 ? "up" : way < 0 ? "down" : "flat";
}

function statementOf(said: Said, { settled, planned, claim }: Pair): Statement {
  const way = wayOf(absolute(settled.quantity), planned);
  const { quantity } = settled;
  const scale = new Exact(10).pow(-quantity.exponent);
  return {
    outcome: way === said.direction ? "pass" : "fail",
    says: (told) =>
      stagesContradicted.with(() => ({
        text: told.text,
        should: words[way],
        settled: amountOf(quantity, quantity.value),
        planned: amountOf(quantity, planned.times(scale)),
        rate: null,
      })),
    at: said,
    quantity: null,
    computed: null,
    claims: claim === null ? [settled] : [settled, claim],
  };
}

/** How far in front of the words the rate may stand: "完成预算的94.94%,决算数大于预算数". */
const nearby = 40;

function rateBefore({ passage, start }: Said): ExactDecimal | null {
  const near = passage.text.slice(Math.max(0, start - nearby), start);
  const found = /完成[^,;。%]{0,20}?(\d{1,4}(?:\.\d+)?)%[^\d]{0,12}$/.exec(near)?.[1];
  return found === undefined ? null : new Exact(found);
}

/** A rate that is printed as 100% may have been a little more or less. */
function ofRate(said: Said, rate: ExactDecimal): Statement | null {
  if (rate.eq(100)) return null;
  const way = wayOf(rate, new Exact(100));
  return {
    outcome: way === said.direction ? "pass" : "fail",
    says: (told) =>
      stagesContradicted.with(() => ({
        text: told.text,
        should: words[way],
        settled: null,
        planned: null,
        rate: rate.toFixed(),
      })),
    at: said,
    quantity: null,
    computed: null,
  };
}
