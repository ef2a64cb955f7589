/** What only a person can say: tried both ways, and asked unless every way gives the same score. */

import { isAward, stepsOf } from "../rule/rule";
import type { PlacedBand } from "../rule/rule";
import { excuses } from "./bands";
import { testWords } from "./facts";
import { choicesOf } from "./marks";
import { free } from "./measure";
import type { Choice } from "./messages";
import { ask, choice } from "./run";
import type { Answer, Run } from "./run";
import type { Truth } from "./truth-parts";

/** "完成300座且全部通过验收得满分": what asks for more than the figure tells. */
export const isOfMore = ({ when, then }: PlacedBand): boolean =>
  isAward(then) && when.kind === "all" && when.of.some(({ kind }) => kind === "fact");

/** A truth under the answers given to open questions. */
function resolve(one: Truth, answers: ReadonlyMap<string, boolean>): Truth {
  switch (one.kind) {
    case "open": {
      const said = answers.get(one.key);
      return said === undefined ? one : { kind: said === one.holds ? "yes" : "no" };
    }
    case "all":
    case "any": {
      const parts = one.of.map((part) => resolve(part, answers));
      const settling = one.kind === "all" ? "no" : "yes";
      if (parts.some((p) => p.kind === settling)) return { kind: settling };
      return (
        parts.find((p) => p.kind === "blocked") ??
        parts.find((p) => p.kind !== "yes" && p.kind !== "no") ?? { kind: settling === "no" ? "yes" : "no" }
      );
    }
    default:
      return one;
  }
}

function openIn(one: Truth): readonly Extract<Truth, { kind: "open" }>[] {
  switch (one.kind) {
    case "open":
      return [one];
    case "all":
    case "any":
      // A part that is already refused settles the whole.
      return one.kind === "all" && one.of.some((part) => part.kind === "no") ? [] : one.of.flatMap(openIn);
    default:
      return [];
  }
}

/** What a comma joins to a condition may as well stand for itself: it is asked wherever the rest leads. */
function looseIn(one: Truth): readonly Extract<Truth, { kind: "open" }>[] {
  return one.kind === "all" && one.loose ? one.of.flatMap((part) => (part.kind === "open" ? [part] : [])) : [];
}

type Decide = (
  run: Run,
  truths: ReadonlyMap<object, Truth>,
  main: readonly PlacedBand[],
  extras: readonly PlacedBand[],
) => Answer;

/**
 * "完成任务数且质量达标得满分，每低10%扣2分": what is asked for besides the figure, and not told. The steps say only what less of
 * the figure costs.
 */
const openPartsOf = (one: Truth): readonly Extract<Truth, { kind: "open" }>[] =>
  one.kind === "all" ? one.of.flatMap((part) => (part.kind === "open" ? [part] : [])) : [];

/** What is asked under a key that is no word of the text. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ["met", "达到指标值"],
  ["over", "不超过指标值"],
  ["short", "不低于指标值"],
]);

/** More open questions than that are not tried out. */
const MOST_QUESTIONS = 4;

/**
 * The answer over every way in which the open questions could fall: one that all of them give, else the question that
 * matters. `decided` works out the bands and steps with every question answered.
 */
export function overOpenQuestions(
  run: Run,
  truths: ReadonlyMap<object, Truth>,
  main: readonly PlacedBand[],
  extras: readonly PlacedBand[],
  decided: Decide,
): Answer {
  const open = [...new Map([...truths.values()].flatMap(openIn).map((o) => [o.key, o])).values()];
  const decide = (own: Run, answers: ReadonlyMap<string, boolean>): Answer => {
    const settled = new Map([...truths].map(([statement, one]) => [statement, resolve(one, answers)]));
    return decided(own, settled, main, extras);
  };
  const loose = [...truths.values()].flatMap(looseIn);
  // What is asked for and not known to be so: what then is not told.
  const demanded =
    main.length > 1 || stepsOf(run.rule).length > 0
      ? main
          .filter((b) => b.role === "demand" && b.when.kind !== "target" && b.when.kind !== "in-time")
          .flatMap((b) => openIn(truths.get(b)!))
      : [];
  if (demanded.length > 0) return question(run, demanded, [], [...main, ...extras]);
  const besides = stepsOf(run.rule).some(({ region }) => region === null)
    ? main.filter((b) => isOfMore(b) && !excuses(b)).flatMap((b) => openPartsOf(truths.get(b)!))
    : [];
  if (besides.length > 0) return question(run, besides, [], [...main, ...extras]);
  if (loose.length > 0) return question(run, loose, [], [...main, ...extras]);
  if (open.length === 0) return decide(run, new Map());
  if (open.length > MOST_QUESTIONS)
    return ask(
      open[0]!.answer.kind === "ask" ? open[0]!.answer.question : { code: "ask-items" },
      choicesFor(run, [...main, ...extras]),
    );
  const outcomes: { answers: ReadonlyMap<string, boolean>; answer: Answer; own: Run }[] = [];
  for (let mask = 0; mask < 2 ** open.length; mask += 1) {
    const answers = new Map(open.map((o, at) => [o.key, (mask & (1 << at)) !== 0]));
    const own: Run = { ...run, steps: [...run.steps], applied: [], used: run.used, problems: [] };
    outcomes.push({ answers, answer: decide(own, answers), own });
  }
  const [first] = outcomes;
  const same = outcomes.every(
    ({ answer }) =>
      answer.kind === "score" && first!.answer.kind === "score" && answer.value.equals(first!.answer.value),
  );
  if (same) {
    run.steps.push(...first!.own.steps.slice(run.steps.length));
    run.applied.push(...first!.own.applied);
    return first!.answer;
  }
  // What is missing in every case is said before anything is asked.
  const lacking = outcomes.every(({ answer }) => answer.kind === "missing") ? first!.answer : null;
  if (lacking !== null) return lacking;
  return question(run, open, outcomes, [...main, ...extras]);
}

function question(
  run: Run,
  open: readonly Extract<Truth, { kind: "open" }>[],
  outcomes: readonly { answers: ReadonlyMap<string, boolean>; answer: Answer }[],
  bands: readonly PlacedBand[],
): Answer {
  const asking = open.find((o) => matters(o.key, outcomes)) ?? open[0]!;
  const asked = asking.answer;
  const head = asked.kind === "ask" ? asked.question : ({ code: "ask-items" } as const);
  if (open.length === 1 && outcomes.length > 0) {
    const choices = [...outcomes].reverse().flatMap(({ answers, answer }): readonly Choice[] => {
      const happened = answers.get(asking.key) === true;
      const label =
        head.code === "ask-grave"
          ? ({ code: happened ? "choice-happened" : "choice-not-happened" } as const)
          : ({ code: happened ? "choice-met" : "choice-not-met" } as const);
      if (answer.kind === "score") return [choice(label, answer.value)];
      return answer.kind === "ask" ? (answer.choices.length === 0 ? free(run) : answer.choices) : [];
    });
    const named = choicesFor(run, bands);
    const words =
      bands.filter((b) => b.when.kind === "fact" || b.when.kind === "target" || b.when.kind === "in-time").length > 1;
    return ask(
      head,
      head.code === "ask-grave" || named.length === 0 || !words ? (choices.length === 0 ? free(run) : choices) : named,
    );
  }
  const named = choicesFor(run, bands);
  return ask(
    head.code === "ask-verdict"
      ? {
          ...head,
          verdict: open
            .map((o) =>
              o.answer.kind === "ask" && o.answer.question.code === "ask-verdict"
                ? o.answer.question.verdict
                : (KEYS.get(o.key) ?? o.key),
            )
            .join("、"),
        }
      : head,
    named.length === 0 ? free(run) : named,
  );
}

function matters(key: string, outcomes: readonly { answers: ReadonlyMap<string, boolean>; answer: Answer }[]): boolean {
  const values = (said: boolean): string =>
    outcomes
      .filter((o) => o.answers.get(key) === said)
      .map((o) => (o.answer.kind === "score" ? o.answer.value.toString() : o.answer.kind))
      .join("|");
  return values(true) !== values(false);
}

function choicesFor(run: Run, bands: readonly PlacedBand[]): readonly Choice[] {
  const choices = bands.flatMap((b) => choicesOf(run, b.then, testWords(b.when) || "符合条件"));
  const awards = bands.filter((b) => isAward(b.then));
  if (bands.length === 1 && awards.length === 1 && run.points !== null)
    return [...choices, { label: { code: "choice-otherwise" }, min: "0", max: run.points.toString() }];
  return choices;
}
