/** How many of the points that are looked at (评价要点) the words of a cell say were met. */

import { normaliseText, tokenise } from "../../language";
import { Exact } from "../exact";
import type { Run } from "./run";

const MET = "(?:符合|满足|达到|具备|达标|做到|合格|齐全|规范|无问题)(?:要求|标准|条件|规定)?";
const DENIED = "(?:不|未能?|没有?)";
const COUNT = "(?:其中|有|共)?(\\d+|[一二两三四五六七八九十])(?:项|条|点|个|处|例|方面)(?:要点)?";

const ALL = new RegExp(`^(?:以上)?(?:各项|各要点|${COUNT})?(?:全部|均|都|全|完全)(?:已|能)?${MET}$`, "u");
const SOME = new RegExp(`^(?:${MET}${COUNT}|${COUNT}(?:已)?${MET})$`, "u");
const MISSED = new RegExp(
  `^(?:有|存在|发现)?(?:${DENIED}${MET}(?:的)?${COUNT}|${COUNT}(?:内容)?${DENIED}${MET})$`,
  "u",
);

/** "①②④符合", in the normal form of its marks; "第③项不符合". So many of them ("2项不符合") are no names. */
const NAMED = new RegExp(
  `^(?:第((?:\\d{1,2}[.、,。]?)+)(?:项|点|条)|((?:\\d{1,2}[.。]、?)+))(?:均|都|内容)?(${DENIED})?${MET}$`,
  "u",
);

function namedPoints(told: RegExpExecArray, listed: number): Exact | null {
  const marks = told.at(1) ?? told.at(2) ?? "";
  const points = new Set(marks.split(/[^\d]+/u).filter((one) => one !== ""));
  if ([...points].some((one) => Number(one) > listed || Number(one) === 0)) return null;
  return new Exact((told.at(3) ?? "") === "" ? points.size : listed - points.size);
}

/** The points that were met, of those that the text lists; null where it lists none, or the cell says nothing of it. */
export const checkpointsMet = (run: Run): Exact | null => pointsMet(run, checkpointsListed(run).toNumber());

/** Of so many points, those that were met by what the cell says of their number or their marks. */
export function pointsMet({ figures: { actual } }: Run, listed: number): Exact | null {
  if (listed === 0 || (actual.kind !== "text" && actual.kind !== "number")) return null;
  const words = normaliseText(actual.text).text.replace(/[。;]$/u, "");
  const told = ALL.exec(words);
  if (told !== null) return [null, listed].includes(countIn(told.at(1))) ? new Exact(listed) : null;
  const named = NAMED.exec(words);
  if (named !== null) return namedPoints(named, listed);
  const some = SOME.exec(words);
  const missed = some === null ? MISSED.exec(words) : null;
  const count = countIn((some ?? missed)?.slice(1).find(Boolean));
  if (count === null || count > listed) return null;
  return new Exact(some === null ? listed - count : count);
}

/** How many points the text lists. */
export const checkpointsListed = (run: Run): Exact =>
  new Exact(run.rule.statements.filter(({ kind }) => kind === "checkpoint").length);

function countIn(words: string | undefined): number | null {
  const quantity = words === undefined ? undefined : tokenise(`${words}项`)[0]?.classes.get("quantity");
  return quantity === undefined ? null : Number(quantity.number);
}
