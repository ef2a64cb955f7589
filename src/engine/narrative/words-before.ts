import { isBareName } from "./label";
import type { Brackets, Marker } from "./sentence";

/** The words in front of a quantity; `compound`: of several names joined by "、", which the amount is about together. */
export interface Words {
  readonly start: number;
  readonly text: string;
  readonly compound: boolean;
  /** The amount stands alone in brackets behind its name: "会议费(4.63万元)". */
  readonly bracketed?: boolean;
}

/** Where to look: the text from the figure before (`from`) to the quantity (`end`), with its brackets and markers. */
export interface Stretch {
  readonly text: string;
  readonly brackets: Brackets;
  readonly markers: readonly Marker[];
  readonly from: number;
  readonly end: number;
}

/** The words directly in front of a quantity, from the last separator or marker on. `isKnown`: this names a measure. */
export function wordsBefore(stretch: Stretch, isKnown: (name: string) => boolean): Words {
  const { text, end } = stretch;
  const nearest = nearestStart(stretch);
  const outside = nameBeforeBracket(stretch, nearest);
  if (outside !== null)
    return { start: outside, text: text.slice(outside, nearest - 1), compound: false, bracketed: true };
  const start = nameBeforeColon(stretch, nearest);
  const joined = joinedStart(stretch, start);
  if (joined !== null && isKnown(text.slice(joined, end)))
    return { start: joined, text: text.slice(joined, end), compound: false };
  return { start, text: text.slice(start, end), compound: joined !== null };
}

/** Behind the last separator, or behind the last marker that comes later. */
function nearestStart(stretch: Stretch): number {
  const start = pieceStart(stretch, stretch.end);
  const marker = stretch.markers
    .filter((found) => found.end > start && found.kind !== "open" && found.kind !== "close")
    .at(-1);
  return marker?.end ?? start;
}

/**
 * "会议费(4.63万元)": where the name in front of the bracket begins; null where the amount has more words, or a figure
 * stands there.
 */
function nameBeforeBracket(stretch: Stretch, start: number): number | null {
  const { text, brackets, markers, from, end } = stretch;
  if (start !== end || text[start - 1] !== "(" || !brackets.structural.has(start - 1) || start - 1 <= from) return null;
  const before = pieceStart(stretch, start - 1);
  const marker = markers.filter((found) => found.end > before && found.end < start && found.kind !== "open").at(-1);
  const name = marker?.end ?? before;
  return /^[一-鿿]{2,24}$/.test(text.slice(name, start - 1)) ? name : null;
}

/** "项目支出：100万元": the name stands before the colon. */
function nameBeforeColon(stretch: Stretch, start: number): number {
  const { text, brackets, markers, end } = stretch;
  if (brackets.masked[start - 1] !== ":" || !isBareName(text.slice(start, end))) return start;
  const before = pieceStart(stretch, start - 1);
  return before < start - 1 && !markers.some((found) => found.end > before) ? before : start;
}

/** Where the name begins that "、" joins to these words; null where none is, or what stands there is no name. */
function joinedStart(stretch: Stretch, start: number): number | null {
  const { text, brackets, from, end } = stretch;
  if (start - 1 <= from || brackets.masked[start - 1] !== "、") return null;
  const before = pieceStart(stretch, start - 1);
  const previous = text.slice(before, start - 1);
  const isNumber = /^\(?(?:\d{1,2}|[一二三四五六七八九十]+)\)?$/.test(previous);
  // "办公室、信息中心等3家单位" is one list of bodies.
  const isBody = /^[^,;:]*等[^,;:]*单位/.test(text.slice(start, end));
  return previous === "" || isNumber || isBody ? null : before;
}

/** Where the piece begins that ends here: behind the separator before it, or at the beginning of the stretch. */
function pieceStart({ brackets: { masked, structural }, from }: Stretch, end: number): number {
  let start = end;
  while (start > from && !/[,;:、。]/.test(masked[start - 1]!) && !structural.has(start - 1)) start--;
  return start;
}
