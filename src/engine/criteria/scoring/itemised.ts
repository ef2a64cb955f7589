/** Several things that earn marks of their own and together all of them: "①制定管理办法得5分；②明确责任分工得5分". */

import { normaliseText, tokenise } from "../../language";
import { Exact } from "../exact";
import { related } from "../rule/extras";
import { bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand } from "../rule/rule";
import { testWords } from "./facts";
import { figureText } from "./met";
import type { Answer, Run } from "./run";
import { ask, choice, score, shown, use } from "./run";
import { states } from "./said-facts";

interface Item {
  readonly words: string;
  readonly points: Exact;
}

/** The answer where each item is stated or denied by the cell; null where the rule has no such items. */
export function itemised(run: Run): Answer | null {
  const items = itemsOf(run);
  const { actual } = run.figures;
  if (items === null || actual.kind !== "text" || use(run, "stated-fact") !== "accept") return null;
  // What the items come to together are all the marks: nothing is scaled.
  run.used.delete("marks");
  const parts = partsOf(actual.text);
  // What says the same of several items names none of them.
  const telling = parts.filter((part) => items.filter(({ words }) => states(part, words) !== null).length === 1);
  const told = items.map(({ words }) => sayingOf(telling, words));
  if (told.includes(null))
    return ask(
      { code: "ask-items" },
      items.map(({ words, points }) => choice({ code: "choice", label: words }, 0, points)),
    );
  const got = items.filter((_item, at) => told[at] === "affirms");
  for (const { words, points } of got)
    run.steps.push(
      { code: "step-stated", actual: figureText(run), verdict: words, holds: true },
      { code: "step-marks", outcome: "points", marks: shown(points) },
    );
  return score(got.reduce((sum, { points }) => sum.plus(points), new Exact(0)));
}

/** The items of a rule that says nothing else; null where their marks do not come to all there are. */
function itemsOf(run: Run): readonly Item[] | null {
  const bands = bandsOf(run.rule);
  if (bands.length < 2 || stepsOf(run.rule).length > 0 || run.points === null || !bands.every(isItem)) return null;
  const items = bands.map((band) => ({
    words: testWords(band.when),
    points: new Exact(band.then.kind === "points" ? band.then.points : "0"),
  }));
  const apart = items.every((one, at) => items.slice(at + 1).every((other) => !related(one.words, other.words)));
  const sum = items.reduce((all, { points }) => all.plus(points), new Exact(0));
  return apart && sum.equals(run.points) ? items : null;
}

const isItem = ({ when, then, role }: PlacedBand): boolean =>
  then.kind === "points" &&
  role === "band" &&
  ((when.kind === "fact" && !when.denied && !when.partly) || (when.kind === "in-time" && when.holds));

/** What is stated between the commas of a cell. */
function partsOf(text: string): readonly string[] {
  const parts = [""];
  for (const { word, classes } of tokenise(normaliseText(text).text))
    if ((["comma", "join", "and", "stop", "list-mark"] as const).some((cls) => classes.has(cls))) parts.push("");
    else parts.push(`${parts.pop()!}${word}`);
  return parts.filter((part) => part !== "");
}

/** What the parts say of one item; null where none says anything of it, or they contradict each other. */
function sayingOf(parts: readonly string[], words: string): "affirms" | "denies" | null {
  const said = new Set(parts.map((part) => states(part, words)).filter((one) => one !== null));
  return said.size === 1 ? [...said][0]! : null;
}
