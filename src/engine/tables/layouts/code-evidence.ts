import type { Classification } from "../classification";
import type { Level } from "../codes";
import type { FitReason } from "../table";
import type { MatrixRow } from "./matrix-rows";

/** A row that others may stand under: its place in the rows, and its code as settled. */
export interface OpenRow {
  readonly row: number;
  readonly code: string;
}

/** A row whose code is asked, with what stands around it; codes of earlier rows are settled, of later ones printed. */
export interface Asked {
  readonly row: MatrixRow;
  readonly index: number;
  readonly printed: string;
  readonly level: Level;
  /** The nearest row that this one can be a part of. */
  readonly above: OpenRow | null;
  readonly aboveLevel: number;
  /** The last 款 and 项 steps of the printed code that are not those of the row above. */
  readonly own: string;
  readonly before: string;
  readonly behind: string;
  /** Codes of the rows of the same level directly before and behind; "" where there are none. */
  readonly peers: readonly [string, string];
  /** The code that begins the next row, where that is of a deeper level and has a code of its own. */
  readonly below: string;
}

/** Codes that could be meant, the printed one not among them. */
export function candidatesFor(asked: Asked, list: Classification): string[] {
  const { row, printed, level, above, own, peers, below } = asked;
  const wanted = 2 * level + 1;
  const tail = printed.slice(-2);
  const found = [
    ...(above !== null ? [above.code + own] : []),
    ...peers.filter((peer) => level > 1 && peer !== "" && above === null).map((peer) => peer.slice(0, -2) + tail),
    ...(below !== "" ? [below.slice(0, wanted)] : []),
    ...(level < 3 ? list.codesNamed(row.label, wanted) : []),
  ];
  return [...new Set(found)].filter((code) => code.length === wanted && code !== printed);
}

/** What speaks for a candidate and not for the printed code. `addsUp` is asked only where it may tell. */
export function reasonsFor(
  candidate: string,
  asked: Asked,
  list: Classification,
  addsUp: (above: OpenRow) => boolean,
): FitReason[] {
  const { row, printed, level, above, before, behind, peers, below } = asked;
  const reasons: FitReason[] = [];
  const says = (reason: FitReason, holds: boolean): void => {
    if (holds) reasons.push(reason);
  };
  const moves = above !== null && candidate.startsWith(above.code) && !printed.startsWith(above.code);
  const steps = sameSteps(printed, candidate) || nearlyAlike(printed, candidate);
  says("place", moves && steps);
  // Against a 类 that exists, both neighbours must speak.
  const enough = list.hasClassOf(printed) ? 2 : 1;
  says("peers", level > 1 && above === null && steps && peersOf(candidate, peers) >= enough);
  says("name", level < 3 && list.codesNamed(row.label, candidate.length).includes(candidate));
  says("parts", below !== "" && below.startsWith(candidate) && !below.startsWith(printed));
  says("order", isOrdered(before, candidate, behind) && !isOrdered(before, printed, behind));
  says("sum", moves && steps && addsUp(above));
  return reasons;
}

/** Only the 类 differs: "7 11 02", "1102" and "2201102" are all 2101102 with another 类 or none. */
export function sameSteps(printed: string, candidate: string): boolean {
  const steps = candidate.slice(3);
  return steps !== "" && printed.endsWith(steps) && printed.length - steps.length <= 3;
}

/** Two codes of one length in which at most two digits differ: one mistyped, or two exchanged. */
export function nearlyAlike(printed: string, candidate: string): boolean {
  if (printed.length !== candidate.length) return false;
  return [...printed].filter((digit, place) => digit !== candidate[place]).length <= 2;
}

/** How many of the rows directly before and behind have the same 类 and 款. */
function peersOf(candidate: string, peers: Asked["peers"]): number {
  return peers.filter((peer) => peer.slice(0, -2) === candidate.slice(0, -2)).length;
}

/** In the order of codes, wholes above their parts; a side without a code does not count. */
function isOrdered(before: string, code: string, behind: string): boolean {
  return (before === "" || before < code) && (behind === "" || code < behind);
}
