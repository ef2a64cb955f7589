/** A fact that something rose or fell ("成本较市场价下降"), beside a cell that tells which way it went. */

import { tokenise } from "../../language";
import { related } from "../rule/extras";
import { bandsOf } from "../rule/rule";
import { isJudged } from "../words";
import { factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { wayOf } from "./said-way";
import type { Way } from "./said-way";

/** Whether the core of such a fact is so; null for every other fact, or where the cell tells no way. */
export function byWay(run: Run, fact: Fact): boolean | null {
  const [asked, told] = [wayAsked(fact), wayTold(run)];
  if (asked === null || told === null) return null;
  // Of several things that rose or fell, one word tells of neither.
  const several = bandsOf(run.rule)
    .flatMap(({ when }) => factsIn(when))
    .some((other) => wayAsked(other) !== null && stemOf(other) !== stemOf(fact) && !related(other.core, fact.core));
  return several ? null : asked === told;
}

/** The way that a fact ends with, where it speaks of one and of no number. */
function wayAsked({ core }: Fact): "up" | "down" | null {
  const tokens = tokenise(core);
  const ways = tokens.filter(({ classes }) => classes.has("grow"));
  const way = tokens.at(-1)?.classes.get("grow")?.way;
  const plain = ways.length === 1 && !tokens.some(({ classes }) => classes.has("quantity"));
  return plain && (way === "up" || way === "down") ? way : null;
}

const stemOf = ({ core }: Fact): string => core.replace(tokenise(core).at(-1)?.word ?? "", "");

const ONLY_WAY = /^(?:同比|环比|[较比](?:上年|去年))?(?:\p{Script=Han}{2}[\d.]*(?:%|个百分点)?|(?:基本)?持平)$/u;

/** The way that the cell tells, and nothing besides: "上升", "下降0.8%", "持平". */
function wayTold({ figures: { actual } }: Run): Way | null {
  if ((actual.kind !== "growth" && actual.kind !== "text") || !ONLY_WAY.test(actual.text)) return null;
  // "提高" without a number is a judgement of oneself.
  if (isJudged(actual.text) && !/\d/u.test(actual.text)) return null;
  return actual.kind === "growth" ? actual.way : wayOf(actual.text);
}
