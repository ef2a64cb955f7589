import type { CellId } from "../../workbook";
import { normalise } from "../normalise";
import type { Column, Field, Indicator, IndicatorBlock, Line, Page, Section } from "../table";
import type { TableTemplate } from "../template";
import { findIndicatorHeaders } from "./targets-header";
import type { IndicatorHeader } from "./targets-header";
import { noLevels, readIndicator, splitPoints } from "./targets-indicators";
import type { Levels } from "./targets-indicators";
import { entryOf, ownWord, type Entry } from "./targets-list-entry";
import { amountColumns } from "./targets-amounts";
import { isTitle } from "./targets-segments";
import { ListLines } from "./targets-list-lines";
import { footerWord, furniture, looksLikeUnit, sumsPoints, totalWord } from "./targets-list-words";
import type { View } from "../view";

/** What a list of projects or units says: a block for each that has indicators, and the amounts of all. */
export interface ListContent {
  readonly blocks: readonly IndicatorBlock[];
  readonly section: Section;
  readonly header: IndicatorHeader;
}

/** True where the header itself names the project or unit of each row. */
export function isListHeader(header: IndicatorHeader): boolean {
  return header.columns.has("project-name") || header.columns.has("unit-name");
}

/**
 * Read a list: projects (or units) one below the other, each with its amounts, its goal and its indicators. `views` are
 * the stretches it takes: the first, and further pages below or on other sheets. Null where the first has no such
 * header.
 */
export function readList(views: readonly View[], template: TableTemplate): ListContent | null {
  let reader: ListReader | null = null;
  let first: IndicatorHeader | undefined;
  for (const view of views) {
    const headers = findIndicatorHeaders(view, template).filter(isListHeader);
    first ??= headers[0];
    if (!first) return null;
    reader ??= new ListReader(template, first);
    for (const [at, header] of headers.entries())
      reader.readPage(view, header, (headers[at + 1]?.top ?? view.last + 1) - 1);
  }
  return reader && first ? { ...reader.content(), header: first } : null;
}

interface OpenBlock {
  name: string;
  nameCell: CellId;
  direction: string;
  code: string | null;
  line: number;
  /** The line that last told its amounts again, where they differ from the first. */
  told: number | null;
  subject: "project" | "unit";
  fields: Field[];
  indicators: Indicator[];
}

class ListReader {
  private readonly amountRoles: readonly string[];
  private readonly columns: readonly Column[];
  private readonly pages: Page[] = [];
  private readonly lines = new ListLines();
  private readonly blocks: OpenBlock[] = [];
  private block: OpenBlock | null = null;
  private levels: Levels = noLevels();
  private code: string | null = null;
  private unit: { name: string; cell: CellId } | null = null;

  private view!: View;

  constructor(
    private readonly template: TableTemplate,
    header: IndicatorHeader,
  ) {
    const { roles, columns } = amountColumns(header);
    this.amountRoles = roles;
    this.columns = columns;
  }

  content(): Pick<ListContent, "blocks" | "section"> {
    return {
      blocks: this.blocks.map((block) => ({
        subject: block.subject,
        name: block.name,
        nameCell: block.nameCell,
        code: block.code,
        line: block.line < 0 ? null : block.line,
        fields: block.fields,
        indicators: block.indicators,
      })),
      section: { name: "main", pages: this.pages, columns: this.columns, lines: this.lines.all },
    };
  }

  readPage(view: View, header: IndicatorHeader, limit: number): void {
    this.view = view;
    this.pages.push({
      sheet: this.view.sheet,
      positions: this.amountRoles.map((role) => header.columns.get(role) ?? -1),
    });
    let atTop = this.pages.length > 1;
    for (let row = header.body; row <= limit; row++) {
      if (this.isFurniture(row)) continue;
      if (footerWord.test(this.view.word(row, this.view.filled(row)[0] ?? 0))) break;
      if (this.readRow(header, row, atTop)) atTop = false;
    }
  }

  private isFurniture(row: number): boolean {
    const filled = this.view.filled(row);
    return (
      filled.length === 0 ||
      (filled.length <= 3 &&
        filled.every(
          (column) =>
            furniture.test(this.view.word(row, column)) || isTitle(this.view.word(row, column), this.template),
        ))
    );
  }

  private readRow(header: IndicatorHeader, row: number, atTop: boolean): boolean {
    const entry = entryOf(this.view, header, row, atTop);
    if (/^\d{3,}$/.test(entry.code)) this.code = entry.code;
    if (this.readSubtotal(entry) || this.readTotal(entry) || this.readUnitName(entry)) return true;
    const { name, direction, hasIndicator } = entry;
    if (name === "" && direction === "") return this.readIndicatorRow(header, row, hasIndicator);
    if (this.readUnitSum(entry)) return true;
    this.readSubject(entry);
    this.readIndicatorRow(header, row, hasIndicator);
    return true;
  }

  /** "某局 | 小计" in front of the unit's projects or behind them: its sum. */
  private readSubtotal({ header, row, atTop, unitName, name, hasIndicator }: Entry): boolean {
    if (name !== "小计" || hasIndicator || !header.columns.has("unit-name")) return false;
    const isHead = unitName !== "" && unitName !== this.unit?.name;
    const projects = this.lines.projectsAbove();
    if (!isHead && (this.unit === null || projects.length === 0)) return false;
    if (isHead) this.unit = { name: unitName, cell: this.cellOf(header, row, "unit-name") };
    this.block = null;
    const { name: label, cell } = this.unit!;
    const line = this.addLine(row, label, cell, ["unit"], this.parentOfUnit(), atTop);
    if (!isHead && line >= 0) this.lines.move(projects, line);
    return true;
  }

  /** 合计 of the list, in whatever column it stands. */
  private readTotal({ header, row, atTop, subjectRole, unitName, name, hasIndicator }: Entry): boolean {
    const filled = this.view.filled(row);
    const elsewhere =
      name + unitName === "" ? filled.find((column) => totalWord.test(this.view.word(row, column))) : undefined;
    const label = elsewhere === undefined ? name || unitName : this.view.word(row, elsewhere);
    if (!totalWord.test(label) || hasIndicator) return false;
    this.block = null;
    const cell = elsewhere === undefined ? this.cellOf(header, row, subjectRole) : this.view.cell(row, elsewhere);
    const isFirst = this.lines.last("grand-total") === null;
    const total = this.addLine(row, label, cell, ["grand-total"], null, atTop);
    const isOfAmounts = filled.length === 1 || this.hasAmount(header, row);
    if (isFirst && total > 0 && label !== "小计" && isOfAmounts) this.lines.takeAbove(total);
    return true;
  }

  /** The unit that the next projects belong to; true where the row is its sum and nothing else. */
  private readUnitName({ header, row, atTop, unitName, name, hasIndicator }: Entry): boolean {
    if (unitName === "" || (name !== "" && unitName === this.unit?.name)) return false;
    this.unit = { name: unitName, cell: this.cellOf(header, row, "unit-name") };
    if (name !== "" || hasIndicator) return false;
    this.block = null;
    this.addLine(row, unitName, this.unit.cell, ["unit"], this.parentOfUnit(), atTop);
    return true;
  }

  /** A unit's sum among its projects, named in their column. */
  private readUnitSum({ header, row, atTop, isUnitTable, subjectRole, name, hasIndicator }: Entry): boolean {
    const isSum =
      !hasIndicator &&
      ownWord(this.view, header, row, "goal") === "" &&
      !this.indicatorsFollow(header, row) &&
      (isUnitTable || looksLikeUnit(header, name));
    if (!isSum) return false;
    this.block = null;
    this.unit = { name, cell: this.cellOf(header, row, subjectRole) };
    this.addLine(row, name, this.unit.cell, ["unit"], this.parentOfUnit(), atTop);
    return true;
  }

  private readSubject({ header, row, atTop, isUnitTable, subjectRole, name, direction }: Entry): void {
    const known = this.continues(header, row, name, direction, atTop);
    if (known === "no")
      this.open(header, row, name === "" ? (this.block?.name ?? direction) : name, direction, isUnitTable, subjectRole);
    else if ((atTop || known === "other-amounts") && this.block) {
      const roles = this.lines.all[this.block.line]?.roles ?? [];
      this.block.told = this.addLine(row, name, this.cellOf(header, row, subjectRole), roles, null, true);
    }
  }

  /**
   * A row that repeats the name of the block it is in: every row of an unmerged sheet does, and every page top. With
   * other amounts it is another block of the same name where its levels begin anew, else the same block whose amount is
   * told in two ways.
   */
  private continues(
    header: IndicatorHeader,
    row: number,
    name: string,
    direction: string,
    atTop: boolean,
  ): "same" | "other-amounts" | "no" {
    const block = this.block;
    if (
      !block ||
      (name !== "" && normalise(block.name) !== name) ||
      (direction !== "" && block.direction !== direction)
    )
      return "no";
    if (atTop || block.line < 0 || this.sameAmounts(header, row, block)) return "same";
    const level = ownWord(this.view, header, row, "level1");
    const begun =
      level !== "" &&
      splitPoints(level).name !== this.levels.level1 &&
      block.indicators.some((indicator) => indicator.level1 === splitPoints(level).name);
    const elsewhere = (["unit-name", "project-code"] as const).some(
      (role) =>
        ownWord(this.view, header, row, role) !== "" &&
        ownWord(this.view, header, row, role) !==
          normalise(block.fields.find((field) => field.role === role)?.text ?? ""),
    );
    return begun || elsewhere || level === "" ? "no" : "other-amounts";
  }

  private hasAmount(header: IndicatorHeader, row: number): boolean {
    return this.amountRoles.some((role) => ownWord(this.view, header, row, role) !== "");
  }

  private sameAmounts(header: IndicatorHeader, row: number, block: OpenBlock): boolean {
    return [block.line, block.told].some(
      (told) => told !== null && this.amountsAre(header, row, this.lines.all[told]!),
    );
  }

  private amountsAre(header: IndicatorHeader, row: number, line: Line): boolean {
    return this.amountRoles.every((role, at) => {
      const column = header.columns.get(role);
      const here = column === undefined ? "" : this.view.word(row, column);
      const page = this.pages[line.page]!;
      const position = page.positions[at]!;
      return (
        here === "" ||
        position < 0 ||
        page.sheet !== this.view.sheet ||
        here === this.view.word(line.position, position)
      );
    });
  }

  private open(
    header: IndicatorHeader,
    row: number,
    name: string,
    direction: string,
    isUnitTable: boolean,
    subjectRole: string,
  ): void {
    const roles = [isUnitTable ? "unit" : "project"];
    const written = name === "" ? "" : this.view.written(row, header.columns.get(subjectRole)!) || name;
    const nameCell = this.cellOf(header, row, subjectRole);
    const line = this.addLine(
      row,
      written,
      nameCell,
      roles,
      isUnitTable ? this.parentOfUnit() : (this.lines.last("unit") ?? this.lines.last("grand-total")),
      false,
    );
    this.levels = noLevels();
    const fields = (["goal", "direction", "unit-name", "project-code", "department"] as const).flatMap((role) => {
      const column = header.columns.get(role);
      return column === undefined || role === subjectRole
        ? []
        : [
            {
              role,
              label: header.paths[column]!.at(-1) ?? role,
              cell: this.view.cell(row, column),
              text: this.view.written(row, column),
            },
          ];
    });
    if (this.unit && !isUnitTable && !fields.some((field) => field.role === "unit-name" && field.text !== ""))
      fields.push({ role: "unit-name", label: "单位名称", cell: this.unit.cell, text: this.unit.name });
    this.block = {
      name: written,
      nameCell,
      direction,
      code: this.code,
      line,
      told: null,
      subject: isUnitTable ? "unit" : "project",
      fields,
      indicators: [],
    };
    this.blocks.push(this.block);
  }

  private readIndicatorRow(header: IndicatorHeader, row: number, hasIndicator: boolean): boolean {
    if (!this.block) {
      if (!hasIndicator) return false;
      this.open(
        header,
        row,
        "",
        "",
        !header.columns.has("project-name"),
        header.columns.has("project-name") ? "project-name" : "unit-name",
      );
    }
    const block = this.block!;
    const goal = header.columns.get("goal");
    const known = block.fields.findIndex((field) => field.role === "goal" && field.text === "");
    if (goal !== undefined && known >= 0 && this.view.word(row, goal) !== "")
      block.fields[known] = {
        ...block.fields[known]!,
        cell: this.view.cell(row, goal),
        text: this.view.written(row, goal),
      };
    if (!hasIndicator || sumsPoints(this.view, header, row)) return hasIndicator;
    const indicator = readIndicator(this.view, header, row, this.levels);
    if (indicator) block.indicators.push(indicator);
    return true;
  }

  private addLine(
    row: number,
    label: string,
    labelCell: CellId,
    roles: readonly string[],
    parent: number | null,
    repeatsAbove: boolean,
  ): number {
    if (this.amountRoles.length === 0) return -1;
    const page = this.pages.length - 1;
    return this.lines.add({ page, position: row, label, labelCell, code: this.code }, roles, parent, repeatsAbove);
  }

  private parentOfUnit(): number | null {
    return this.lines.parentOfUnit(this.code, (at) => !this.blocks.some(({ line }) => line === at));
  }

  /**
   * Does the row below go on with indicators and name nobody else? Then this row is the head of a block, not a unit's
   * sum.
   */
  private indicatorsFollow(header: IndicatorHeader, row: number): boolean {
    const next = row + 1;
    if (
      next > this.view.last ||
      ["project-name", "unit-name", "unit-code"].some((role) => ownWord(this.view, header, next, role) !== "")
    )
      return false;
    return ["level1", "level2", "level3"].some((role) => ownWord(this.view, header, next, role) !== "");
  }

  private cellOf(header: IndicatorHeader, row: number, role: string): CellId {
    return this.view.cell(row, header.columns.get(role) ?? 0);
  }
}
