import type { CellId } from "../../workbook";
import type { Line } from "../table";

/** Where a line of amounts stands and what it is called. */
export interface LinePlace {
  readonly page: number;
  readonly position: number;
  readonly label: string;
  readonly labelCell: CellId;
  readonly code: string | null;
}

/** The lines of amounts of a list: its 合计, its units, its projects, each a part of one before or behind it. */
export class ListLines {
  readonly all: Line[] = [];

  /**
   * A line more; gives its number. With `repeatsAbove` one that a page top says again, where a line before it has its
   * name and code.
   */
  add(place: LinePlace, roles: readonly string[], parent: number | null, repeatsAbove: boolean): number {
    const code = roles.includes("grand-total") ? null : place.code;
    const repeated = repeatsAbove
      ? this.all.findIndex((line) => line.label === place.label && line.repeats === null && line.code === code)
      : -1;
    this.all.push({
      ...place,
      code,
      roles,
      parent: repeated >= 0 ? null : parent,
      part: "sum",
      repeats: repeated >= 0 ? repeated : null,
    });
    return this.all.length - 1;
  }

  /** The last line of a role; null where there is none. */
  last(role: string): number | null {
    const at = this.all.findLastIndex((line) => line.roles.includes(role) && line.repeats === null);
    return at < 0 ? null : at;
  }

  /** 合计 below its list: what stands above and belongs to no other line is a part of it. */
  takeAbove(total: number): void {
    for (const [at, line] of this.all.entries())
      if (at < total && line.parent === null && line.repeats === null) this.all[at] = { ...line, parent: total };
  }

  /** The projects behind the last unit or 合计, which a 小计 below them sums up. */
  projectsAbove(): number[] {
    const from = Math.max(this.last("unit") ?? -1, this.last("grand-total") ?? -1);
    return this.all.flatMap(({ roles, repeats }, at) =>
      at > from && roles.includes("project") && repeats === null ? [at] : [],
    );
  }

  /** Makes lines the parts of another. */
  move(lines: readonly number[], parent: number): void {
    for (const at of lines) this.all[at] = { ...this.all[at]!, parent };
  }

  /**
   * The line that a unit's amounts are a part of: the unit whose code begins its own and that `isPlain` (has no
   * indicators itself), else the 合计.
   */
  parentOfUnit(code: string | null, isPlain: (line: number) => boolean): number | null {
    const above =
      code === null
        ? -1
        : this.all.findLastIndex(
            (line, at) =>
              line.roles.includes("unit") &&
              isPlain(at) &&
              line.code !== null &&
              line.code.length < code.length &&
              code.startsWith(line.code),
          );
    return above < 0 ? this.last("grand-total") : above;
  }
}
