/**
 * A text covered by clauses: of all ways to lay clauses end to end, those that leave the fewest words unexplained, and
 * of these the ones with the fewest clauses. A word that no clause has a place for becomes a residue; none is dropped.
 */

import { Chart, tokenise } from "../../language";
import type { Token } from "../../language";
import type { Clause, CriterionTree, PlacedClause } from "../tree";
import { CRITERIA_GRAMMAR } from "./index";

/** At most so many readings of one sentence are told apart. */
const MOST_READINGS = 6;

interface Edge {
  readonly from: number;
  readonly to: number;
  /** Null for a word left over or a mark between clauses. */
  readonly clause: Clause | null;
  readonly left: boolean;
}

interface Best {
  readonly left: number;
  readonly clauses: number;
  readonly edges: readonly Edge[];
}

/** Every reading of a normalised text that leaves the fewest words over; at least one. */
export function readings(text: string): readonly CriterionTree[] {
  const tokens = tokenise(text);
  let trees: PlacedClause[][] = [[]];
  for (const [start, end] of sentences(tokens)) {
    const part = tokens.slice(start, end);
    const read = covers(text, part);
    trees = trees.flatMap((before) => read.map((clauses) => [...before, ...clauses])).slice(0, MOST_READINGS);
  }
  return trees.map((clauses) => ({ clauses }));
}

/** Sentences part at full stops and semicolons outside brackets. */
function sentences(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let from = 0;
  tokens.forEach((one, at) => {
    if (!one.classes.has("stop")) return;
    if (at > from) found.push([from, at]);
    from = at + 1;
  });
  if (from < tokens.length) found.push([from, tokens.length]);
  return found;
}

const BETWEEN = ["comma", "stop", "list-mark", "colon"] as const;

function covers(text: string, tokens: readonly Token[]): readonly (readonly PlacedClause[])[] {
  const chart = new Chart(CRITERIA_GRAMMAR, tokens, text, {
    symbol: "clause",
    ends: Array.from({ length: tokens.length + 1 }, (_, at) => ends(tokens, at)),
  });
  const best: (Best | undefined)[] = new Array<Best | undefined>(tokens.length + 1);
  best[0] = { left: 0, clauses: 0, edges: [] };
  const offer = (edge: Edge): void => {
    const before = best[edge.from]!;
    const [left, clauses] = [before.left + (edge.left ? 1 : 0), before.clauses + (edge.clause === null ? 0 : 1)];
    const known = best[edge.to];
    if (known === undefined || left < known.left || (left === known.left && clauses < known.clauses))
      best[edge.to] = { left, clauses, edges: [edge] };
    else if (left === known.left && clauses === known.clauses && known.edges.length < MOST_READINGS)
      best[edge.to] = { left, clauses, edges: [...known.edges, edge] };
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (best[at] === undefined) continue;
    const one = tokens[at]!;
    const listed =
      one.word === "、" && best[at]!.edges.some((edge) => edge.clause !== null && edge.clause.kind !== "requirement");
    const joint = listed || BETWEEN.some((cls) => one.classes.has(cls));
    if (begins(tokens, at)) {
      for (const parse of chart.parses("clause", at))
        offer({ from: at, to: parse.end, clause: parse.value as Clause, left: false });
    }
    chart.forget(at);
    const linking =
      one.classes.has("but") ||
      (one.classes.has("and") && begins(tokens, at)) ||
      (one.classes.has("or") && begins(tokens, at));
    offer({ from: at, to: at + 1, clause: null, left: !(joint || (linking && begins(tokens, at))) });
  }
  return paths(best, tokens.length).map((edges) => placed(text, tokens, edges));
}

/** A clause begins where the text, a bracket or a mark between clauses lets it. */
function begins(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return true;
  const before = tokens[at - 1]!;
  if (before.word === "、") return true;
  return (
    [...BETWEEN, "open", "close", "but", "and", "or"].some((cls) => before.classes.has(cls as "open")) ||
    ["nothing", "full", "marks", "exhaust", "stop-word", "cap", "reckon"].some((cls) =>
      before.classes.has(cls as "open"),
    ) ||
    tokens[at]!.classes.has("otherwise") ||
    tokens[at]!.classes.has("per") ||
    tokens[at]!.classes.has("open")
  );
}

/** It ends where a mark between clauses, a bracket or the text ends it, or the next clause cannot be part of it. */
function ends(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined) return true;
  const last = tokens[at - 1];
  if (last === undefined) return false;
  return (
    BETWEEN.some((cls) => next.classes.has(cls)) ||
    ["open", "close", "but", "and", "or", "otherwise", "per", "most", "list-mark"].some((cls) =>
      next.classes.has(cls as "open"),
    ) ||
    next.word === "、" ||
    ["comma", "colon", "close", "nothing", "full", "marks", "cap", "stop-word", "reckon"].some((cls) =>
      last.classes.has(cls as "open"),
    )
  );
}

/** Edges from the end back to the beginning. */
interface Way {
  readonly edge: Edge;
  readonly after: Way | null;
}

function paths(best: readonly (Best | undefined)[], end: number): readonly (readonly Edge[])[] {
  const found: Edge[][] = [];
  const walk = (at: number, after: Way | null): void => {
    if (found.length >= MOST_READINGS) return;
    if (at === 0) {
      const edges: Edge[] = [];
      for (let way = after; way !== null; way = way.after) edges.push(way.edge);
      found.push(edges);
      return;
    }
    for (const edge of best[at]?.edges ?? []) walk(edge.from, { edge, after });
  };
  walk(end, null);
  return found;
}

function placed(text: string, tokens: readonly Token[], edges: readonly Edge[]): readonly PlacedClause[] {
  const clauses: PlacedClause[] = [];
  let left: { start: number; end: number } | null = null;
  const close = (): void => {
    if (left !== null) clauses.push({ kind: "residue", text: text.slice(left.start, left.end), span: left });
    left = null;
  };
  for (const { from, to, clause, left: unread } of edges) {
    const span = { start: tokens[from]!.span.start, end: tokens[to - 1]!.span.end };
    if (clause !== null) {
      close();
      clauses.push({ ...clause, span });
    } else if (unread) left = left === null ? span : { start: (left as { start: number }).start, end: span.end };
    else close();
  }
  close();
  return clauses;
}
