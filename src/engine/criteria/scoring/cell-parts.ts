/** The parts of a cell that tells several things: "接入部门33个，归集数据9000万条", "310座，其中2座未通过验收". */

import { normaliseText, tokenise, unitOf } from "../../language";
import type { Token } from "../../language";

export interface CellPart {
  /** As it stands in the cell. */
  readonly text: string;
  /** Without its number and without what only leads to it: what the number is of. */
  readonly words: string;
  /** The number with its unit; null where there is none or several. */
  readonly quantity: { readonly number: string; readonly unit: string } | null;
}

const BETWEEN = ["comma", "stop", "join", "and", "open", "close", "list-mark"] as const;
const LEADING = /^(?:其中|但|且|并|并且|同时|另有?|共|有|均|为|达到?|完成率?为|分别)$/u;

/** What stands between the commas of a cell; 、 parts as well where `lists` is set. */
export function cellParts(text: string, lists = true): readonly CellPart[] {
  const parts: Token[][] = [[]];
  for (const token of tokenise(normaliseText(text).text))
    if (BETWEEN.some((cls) => token.classes.has(cls)) && (lists || token.word !== "、")) parts.push([]);
    else parts.at(-1)!.push(token);
  return parts.filter((part) => part.length > 0).map(partOf);
}

function partOf(tokens: readonly Token[]): CellPart {
  const counted = tokens.filter(({ classes }) => classes.has("quantity") || classes.has("marks"));
  const [only] = counted;
  const value = counted.length === 1 ? (only!.classes.get("quantity") ?? only!.classes.get("marks")!) : null;
  const told = tokens.filter((token) => !counted.includes(token) && !LEADING.test(token.word));
  return {
    text: tokens.map(({ word }) => word).join(""),
    words: told.map(({ word }) => word).join(""),
    quantity: value === null ? null : { number: String(value.number), unit: String(value.unit) },
  };
}

/** "310座", "完成310座": a part that is a figure and says nothing besides. */
export const isFigureAlone = ({ words, quantity }: CellPart): boolean =>
  quantity !== null &&
  (words === "" || /^(?:已|实际|共|累计|全年|年度)*(?:完成|达到?|为|开展|实施|举办)?$/u.test(words));

/** Whether a cell begins with its figure and says something behind it. */
export function beginsWithFigure(text: string): boolean {
  const [first, ...rest] = cellParts(text, false);
  return first !== undefined && rest.length > 0 && isFigureAlone(first);
}

/** The longest run of letters that two texts share. */
export function sharedLetters(one: string, other: string): number {
  let most = 0;
  for (let at = 0; at < one.length; at += 1)
    while (at + most < one.length && other.includes(one.slice(at, at + most + 1))) most += 1;
  return most;
}

/** What a part of a cell may speak of: its name, and the unit of its number where it has one. */
export interface Named {
  readonly name: string;
  readonly unit: string | null;
}

/**
 * For each name the one part of a cell that speaks of it, by the letters they share; null where a part speaks of none
 * or of several, or a name has none or more than one.
 */
export function partsByName(parts: readonly CellPart[], names: readonly Named[]): readonly CellPart[] | null {
  const found = new Map<number, CellPart>();
  for (const part of parts) {
    const shared = names.map(({ name, unit }) => {
      if (!fits(part, unit)) return 0;
      // "6期、495人次": a bare number speaks by its unit.
      return part.words === "" && part.quantity?.unit === unit ? 2 : sharedLetters(part.words, name);
    });
    const best = Math.max(...shared);
    const at = shared.indexOf(best);
    if (best < 2 || shared.lastIndexOf(best) !== at || found.has(at)) return null;
    found.set(at, part);
  }
  return found.size === names.length ? names.map((_name, at) => found.get(at)!) : null;
}

const fits = ({ quantity }: CellPart, unit: string | null): boolean =>
  unit === null || (quantity !== null && sameKind(quantity.unit, unit));

/** Whether two units count the same kind of thing. */
export const sameKind = (one: string, other: string): boolean => unitOf(one).dimension === unitOf(other).dimension;
