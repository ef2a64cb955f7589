import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import type { Claim, Direction } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import type { Passage } from "../passage";
import { textsOf, type NarrativeText } from "../text";
import { changeUnexplained, reasonAgainstChange } from "./words-sayings";

/** So many of a kind have to be explained, for so many explained to one that is not. */
const fewestExplained = 4;
const explainedToOne = 4;

/** What explains a change, in front of it or behind. */
const reasons = /原因|由于|因(?!公)|主要(?:是|为|系|受|用于|包括)|影响|为了|系(?!统|列)/;
/** A paragraph of its own that explains the one before. */
const reasonBehind = /^[^,;。:]{0,16}(?:原因|由于|主要(?:是|为|系))/;
const reasonGiven = /原因(?:是|为|系)?[:,]?([^。;]+)/;
/** "项目支出减少": money that went the other way. */
const wayOfMoney =
  /(?:收入|支出|经费|拨款|费用?|资金|投入|成本)(?:有所|略有|大幅)?(增加|增长|上升|提高|减少|下降|降低|压减)$/;
const ofOtherTimes = /上年|去年|以前|基数|结转|结余|退休|离休|节约|节支/;

/**
 * A text that gives a reason with nearly every change of a kind (of the subjects, of the totals) gives one with each;
 * and the reason speaks of the way in which the figure changed.
 */
export const changesExplained = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changeUnexplained, reasonAgainstChange],
  run(context) {
    return textsOf(context).flatMap((text) => {
      const deviations = deviationsOf(text);
      return [...unexplained(deviations), ...deviations.flatMap((one) => opposed(one) ?? [])].map(
        (statement): Outcome => outcomeOf(context, statement),
      );
    });
  },
});

/** That a figure is not last year's or not the planned one, with the words around that may explain it. */
interface Deviation {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly base: Claim;
  readonly direction: Direction;
  /** Changes of subjects of one level, of other figures, rates of completion: what a text treats alike. */
  readonly kind: string;
  readonly explained: boolean;
  readonly behind: string;
}

type Stretch = Pick<Deviation, "passage" | "start" | "end">;
type Bare = Omit<Deviation, "explained" | "behind">;

function deviationsOf({ reading, passages }: NarrativeText): Deviation[] {
  const changes = reading.changes.flatMap(({ passage, start, end, bases: [base], direction, reason }): Bare[] =>
    base === undefined || reason || direction === "flat"
      ? []
      : [{ passage, start, end, base, direction, kind: `change ${levelOf(base)}` }],
  );
  const rates = reading.completions.flatMap(({ passage, start, end, settled, percent }): Bare[] => {
    const direction = percent.value.greaterThan(100) ? "up" : "down";
    if (percent.value.eq(100)) return [];
    return [{ passage, start, end, base: settled, direction, kind: `rate ${levelOf(settled)}` }];
  });
  const byPassage = new Map<Passage, Bare[]>();
  for (const one of [...changes, ...rates]) byPassage.set(one.passage, [...(byPassage.get(one.passage) ?? []), one]);
  return passages.flatMap((passage, place) => {
    const there = (byPassage.get(passage) ?? []).sort((one, other) => one.start - other.start);
    const next = passages[place + 1]?.text ?? "";
    return there.map((one, index): Deviation => {
      const to = endOfWords(one, there.slice(index + 1));
      const behind = passage.text.slice(one.end, to ?? passage.text.length);
      const isLast = to === null && reasonBehind.test(next);
      return { ...one, behind, explained: isLast || reasons.test(behind) || reasons.test(wordsBefore(one)) };
    });
  });
}

/** The level of the subject: 0 类, 1 款, 2 项; "" for other figures. */
function levelOf({ path }: Claim): string {
  return path === null ? "" : String(path.names.findLastIndex((name) => name !== null));
}

/** Where the words behind a deviation end: another figure's begins behind a full stop or "；"; null where none does. */
function endOfWords({ passage, end, base }: Bare, later: readonly Bare[]): number | null {
  const next = later.find((one) => one.base !== base && /[。;]/.test(passage.text.slice(end, one.start)));
  return next?.start ?? null;
}

/** The clause in front of a deviation, from that of its figure on. */
function wordsBefore({ passage, start, base }: Bare): string {
  const at = base.passage === passage ? base.start : start;
  const from = Math.max(passage.text.lastIndexOf("。", at), passage.text.lastIndexOf(";", at)) + 1;
  return passage.text.slice(from, start);
}

function unexplained(deviations: readonly Deviation[]): Statement[] {
  const byKind = new Map<string, Deviation[]>();
  for (const one of deviations) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return [...byKind.values()].flatMap((alike): Statement[] => {
    const bare = alike.filter(({ explained }) => !explained);
    const given = alike.length - bare.length;
    if (given < fewestExplained || bare.length * explainedToOne > given) return [];
    return bare.map((one) => saying(one, (text) => changeUnexplained.with({ text, explained: given })));
  });
}

/** Every part of the reason is money that went the other way. */
function opposed(one: Deviation): Statement | null {
  const given = reasonGiven.exec(one.behind)?.[1];
  if (given === undefined || ofOtherTimes.test(given) || one.base.meaning?.["carried"] !== undefined) return null;
  // That an item's reason names the item itself and goes the other way is told with the item's words.
  const own = one.base.path?.names.findLast((name) => name !== null);
  if (own !== undefined && given.includes(own)) return null;
  const ways = given.split(/[,、]/).map((part) => wayOfMoney.exec(part)?.[1]);
  const against = one.direction === "up" ? /[减降]/ : /[增升提]/;
  if (!ways.every((way) => way !== undefined && against.test(way))) return null;
  const start = one.end + one.behind.indexOf(given);
  const { passage } = one;
  const change = passage.text.slice(one.start, one.end);
  return saying({ passage, start, end: start + given.length }, (text) => reasonAgainstChange.with({ text, change }));
}

function saying({ passage, start, end }: Stretch, says: (text: string) => ReturnType<Statement["says"]>): Statement {
  return {
    outcome: "fail",
    says: (told) => says(told.text),
    at: { passage, start, end },
    quantity: null,
    computed: null,
  };
}
