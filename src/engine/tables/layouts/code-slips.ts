import { isBodyName } from "../bodies";
import type { Classification } from "../classification";
import type { Level } from "../codes";
import { isDigits } from "../codes";
import { normalise } from "../normalise";
import type { FitReason } from "../table";
import { candidatesFor, reasonsFor, type Asked, type OpenRow } from "./code-evidence";
import type { MatrixRow } from "./matrix-rows";

/** What a row's code is where the printed one cannot be right, or was inherited from such a one. */
export interface SettledCode {
  /** The code that fits; the printed one where nothing tells. */
  readonly code: string;
  readonly level: Level;
  /** Null where the row only inherits a mistyped 类. */
  readonly slip: { readonly printed: string; readonly fits: boolean; readonly reasons: readonly FitReason[] } | null;
}

/** Where more than this share of the codes looks wrong, they are a numbering of the office's own, and believed. */
const largestShare = 0.25;
const alwaysAllowed = 3;
/** A 类 that exists is believed against a single reason. */
const enoughReasons = 2;
const nothing = 0.005;

/**
 * Codes are evidence, not truth: rows whose code is without its 类, has a 类 that does not exist, or is at odds with
 * the rows around it, with the code that fits by its place, its parts and its name. By row; rows that are left out have
 * the code that is printed. What is not mistyped in its 类 (a wrong 项) is not seen.
 */
export function settleCodes(
  rows: readonly MatrixRow[],
  list: Classification,
  amountOf: (row: number) => number,
): ReadonlyMap<number, SettledCode> {
  const walk = new CodeWalk(rows, list, amountOf);
  const settled = walk.run();
  const slips = [...settled.values()].filter(({ slip }) => slip !== null).length;
  return slips > Math.max(alwaysAllowed, walk.coded * largestShare) ? new Map() : settled;
}

/** One pass down the rows. */
class CodeWalk {
  coded = 0;
  private readonly settled = new Map<number, SettledCode>();
  /** The rows of level 1, 2, 3 that the next row can stand under. */
  private readonly open: (OpenRow | null)[] = [null, null, null, null];
  private unit: string | null = null;
  private before: OpenRow | null = null;
  /** A mistyped 类 that rows below inherit, and what it should be. */
  private inherited: { readonly from: string; readonly to: string } | null = null;
  private printedCodes: ReadonlySet<string> | null = null;
  private blocks: readonly string[] | null = null;

  constructor(
    private readonly rows: readonly MatrixRow[],
    private readonly list: Classification,
    private readonly amountOf: (row: number) => number,
  ) {}

  run(): ReadonlyMap<number, SettledCode> {
    for (let index = 0; index < this.rows.length; index++) {
      const row = this.rows[index]!;
      if (row.isTotal) continue;
      if (row.codeOf === "unit") this.readUnit(row, index);
      else if (row.codeOf === "subject" && row.code !== null) this.readSubject(row, index);
    }
    return this.settled;
  }

  /** A unit begins anew, unless its digits are the rest of a code that the rows around and the figures ask for. */
  private readUnit(row: MatrixRow, index: number): void {
    const shape = this.rest(row);
    if (shape !== null) {
      const asked = this.asked(row, index, row.code!, shape);
      const best = this.bestOf(asked);
      if (best !== null && best.reasons.length >= enoughReasons) {
        this.settle(index, shape, row.code!, best);
        return;
      }
    }
    this.close();
  }

  /** The level of a code without its 类, or with one that begins like an economic code; null for any other digits. */
  private rest({ code, label }: MatrixRow): Level | null {
    if (code === null || !isDigits(code) || isBodyName(normalise(label))) return null;
    if (code.length === 4 || code.length === 2) return code.length === 4 ? 3 : 2;
    return code.length === 5 ? 2 : null;
  }

  private readSubject(row: MatrixRow, index: number): void {
    if (row.unit !== null && row.unit !== this.unit) {
      this.close();
      this.unit = row.unit;
    }
    this.coded += 1;
    if (!row.inherits) this.inherited = null;
    const printed = this.afterInheriting(row);
    const { level } = row;
    if (!this.isDoubtful(row, index, printed)) {
      if (printed !== row.code) this.settled.set(index, { code: printed, level, slip: null });
      this.push(index, level, printed);
      return;
    }
    const asked = this.asked(row, index, printed, level);
    const best = this.bestOf(asked);
    const believed = this.isPossible(printed, level);
    if (best !== null && best.reasons.length >= (believed ? enoughReasons : 1))
      this.settle(index, level, printed, best);
    else {
      if (!believed && !this.isAtHome(asked))
        this.settled.set(index, { code: printed, level, slip: { printed, fits: false, reasons: [] } });
      this.push(index, level, printed);
    }
  }

  private afterInheriting({ code, inherits }: MatrixRow): string {
    const { inherited } = this;
    return inherits && inherited !== null && code!.startsWith(inherited.from)
      ? inherited.to + code!.slice(inherited.from.length)
      : code!;
  }

  private settle(index: number, level: Level, printed: string, best: Best): void {
    const { code, reasons } = best;
    this.settled.set(index, { code, level, slip: { printed, fits: true, reasons } });
    const ownSteps = printed.length - 2 * (level - 1);
    if (ownSteps > 0 && printed.slice(ownSteps) === code.slice(3))
      this.inherited = { from: printed.slice(0, ownSteps), to: code.slice(0, 3) };
    this.push(index, level, code);
  }

  private push(index: number, level: Level, code: string): void {
    const row: OpenRow = { row: index, code };
    this.open[level] = row;
    for (let deeper = level + 1; deeper <= 3; deeper++) this.open[deeper] = null;
    this.before = row;
  }

  private close(): void {
    this.open.fill(null);
    this.before = null;
    this.unit = null;
  }

  /** Digits that a code of this level can have. */
  private isPossible(code: string, level: Level): boolean {
    return code.length === 2 * level + 1 && this.list.hasClassOf(code);
  }

  /** Whether anything about a row speaks against its code. Asked of every row: cheap. */
  private isDoubtful(row: MatrixRow, index: number, code: string): boolean {
    const { level } = row;
    if (!this.isPossible(code, level)) return true;
    const above = this.open[level - 1] ?? this.open[level - 2] ?? null;
    if (level > 1 && above !== null && !code.startsWith(above.code)) return true;
    const below = this.below(index, level);
    if (below !== "" && !below.startsWith(code)) return true;
    if (level > 1 && above === null && this.isAmongOthers(index, code)) return true;
    return level < 3 && this.list.isNamedOtherwise(code, row.label);
  }

  /** The rows before and behind have one 类 and 款, this one another. */
  private isAmongOthers(index: number, code: string): boolean {
    const [before, behind] = this.peers(index, this.rows[index]!.level);
    const whole = before.slice(0, -2);
    return whole !== "" && behind.slice(0, -2) === whole && !code.startsWith(whole);
  }

  /** A 类 that no list has, but with wholes and parts of its own: a newer one rather than a slip. */
  private isAtHome({ printed, level, above, below }: Asked): boolean {
    return (
      printed.length === 2 * level + 1 &&
      ((above !== null && printed.startsWith(above.code)) || below.startsWith(printed))
    );
  }

  private asked(row: MatrixRow, index: number, printed: string, level: Level): Asked {
    const next = this.rows[index + 1];
    const aboveLevel = level > 2 && this.open[2] !== null ? 2 : 1;
    const above = level > 1 ? this.open[aboveLevel]! : null;
    return {
      row,
      index,
      printed,
      level,
      above,
      aboveLevel,
      own: printed.slice(-2 * (level - aboveLevel)),
      before: this.before?.code ?? "",
      behind: next !== undefined && next.codeOf === "subject" ? (next.code ?? "") : "",
      peers: this.peers(index, level),
      below: this.below(index, level),
    };
  }

  /**
   * The code of the first row below that does not have its 类 from this one; else what the name of the first row below
   * says that it is; "" where neither tells.
   */
  private below(index: number, level: Level): string {
    if (level === 3) return "";
    let named = "";
    for (let at = index + 1; at < this.rows.length; at++) {
      const row = this.rows[at]!;
      if (!isBelow(row, level)) break;
      if (!row.inherits) return row.code!;
      if (named === "" && row.level === 2) {
        const codes = this.list.codesNamed(row.label, 5);
        if (codes.length === 1 && codes[0]!.endsWith(row.code!.slice(-2))) named = codes[0]!;
      }
    }
    return named;
  }

  private peers(index: number, level: Level): readonly [string, string] {
    const { before } = this;
    const next = this.rows[index + 1];
    return [
      before !== null && before.row === index - 1 && before.code.length === 2 * level + 1 ? before.code : "",
      next !== undefined && next.codeOf === "subject" && next.level === level ? (next.code ?? "") : "",
    ];
  }

  /** The candidate for which most speaks; null where none is possible or two are equally likely. */
  private bestOf(asked: Asked): Best | null {
    const { row, printed, level } = asked;
    const isOwnName = level < 3 && this.list.fit(printed, row.label) === "own";
    const ranked = candidatesFor(asked, this.list)
      .filter((code) => this.isPossible(code, level) && !this.isPrinted(code, asked.index))
      .map((code) => ({ code, reasons: reasonsFor(code, asked, this.list, (above) => this.addsUp(above, level)) }))
      .filter(({ code, reasons }) => reasons.some((reason) => reason !== "order") || this.isOnlyPlace(code, asked))
      // A name that the printed code has, too, must not be all that speaks for another.
      .filter(({ reasons }) => !isOwnName || (reasons.includes("name") && reasons.includes("place")))
      .sort((a, b) => b.reasons.length - a.reasons.length);
    const [best, second] = ranked;
    if (best === undefined || (second !== undefined && second.reasons.length === best.reasons.length)) return null;
    return best.reasons.some((reason) => reason !== "order") ? best : { code: best.code, reasons: ["place"] };
  }

  /** A 类 that does not exist, with a 款 that is not the one above either: the place still tells. */
  private isOnlyPlace(code: string, { above, printed, level }: Asked): boolean {
    return above !== null && code.startsWith(above.code) && !this.isPossible(printed, level);
  }

  /** Whether a whole adds up, in the leading column, with all rows of a level that stand under it. */
  private addsUp(above: OpenRow, level: Level): boolean {
    const from = this.rows[above.row]!.level;
    let sum = 0;
    for (let index = above.row + 1; index < this.rows.length; index++) {
      const row = this.rows[index]!;
      if (
        row.isTotal ||
        (row.codeOf === "unit" && this.rest(row) === null) ||
        (row.codeOf === "subject" && row.level <= from)
      )
        break;
      const own = row.codeOf === "unit" ? this.rest(row)! : row.level;
      if (own === level) sum += this.amountOf(index);
    }
    return Math.abs(sum) > nothing && Math.abs(sum - this.amountOf(above.row)) < nothing;
  }

  /** A code that another row of the unit has is not the one that is missing here. */
  private isPrinted(code: string, index: number): boolean {
    this.printedCodes ??= new Set(
      this.rows.flatMap(({ code: own, codeOf }, at) =>
        codeOf === "subject" && own !== null ? [`${this.block(at)} ${own}`] : [],
      ),
    );
    return this.printedCodes.has(`${this.block(index)} ${code}`);
  }

  /** Which unit a row belongs to. */
  private block(index: number): string {
    if (this.blocks === null) {
      let block = 0;
      this.blocks = this.rows.map((row) => {
        if (row.codeOf === "unit" && this.rest(row) === null) block += 1;
        return `${block} ${row.unit ?? ""}`;
      });
    }
    return this.blocks[index]!;
  }
}

interface Best {
  readonly code: string;
  readonly reasons: readonly FitReason[];
}

function isBelow(row: MatrixRow, level: Level): boolean {
  return row.codeOf === "subject" && row.code !== null && row.level > level;
}
