import { readAmountText, type CellId } from "../../workbook";
import { normalise } from "../normalise";
import type { Field } from "../table";
import type { TableTemplate } from "../template";
import { firstRoleOf, roleIdsOf } from "../roles";
import type { View } from "../view";

/** One amount of a form, wherever it stands: beside its label, below it, or inside the label cell. */
export interface FormFigure {
  readonly roles: readonly string[];
  readonly label: string;
  readonly labelCell: CellId;
  readonly row: number;
  readonly column: number;
  /** The amount as text where it stands inside the label. */
  readonly embedded: string | null;
}

/** A label is no longer than this; a longer text is content. */
const longestLabel = 36;
/** What is said of the whole term stands behind what is said of the year. */
const wholeTerm = /实施期|中期|中长期/;
const amountInside = /[:：]?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:百万元|万元|千元|亿元|元)?$/;

/** A label without its number, the words for how money is divided, its colon, its unit of money and "其中". */
export function labelWord(word: string): string {
  return aroundLabel.reduce((label, words) => label.replace(words, ""), word);
}

/** What stands around a label's own word, in the order in which it is taken away. */
const aroundLabel: readonly RegExp[] = [
  /^(?:\d[、.])?(?:按|按?(?:资金|收入|支出|预算))(?:来源|结构|性质|类型)(?:划?分)?[::]/,
  /^[(（][\d一二三四五][)）]/,
  /^其中[::、]?/,
  /[:：]$/,
  /[(（](?:单位[:：])?(?:百万|万|千|亿)?元[)）]$/,
  /[:：]$/,
];

/** The named places of a form in some rows, the best one for each role: a filled one before a blank one. */
export function readFields(view: View, template: TableTemplate, from: number, to: number): Field[] {
  const roles = template.fields;
  const best = new Map<string, Field>();
  for (let row = from; row <= to; row++) {
    for (const column of view.filled(row)) {
      const word = view.word(row, column);
      const direct = word.length <= longestLabel ? firstRoleOf(roles, labelWord(word)) : null;
      const field =
        direct !== null
          ? fieldBeside(view, template, direct, row, column, to)
          : fieldInside(view, template, row, column);
      const known = field ? best.get(field.role) : undefined;
      if (
        field &&
        (!known ||
          (known.text === "" && field.text !== "") ||
          (field.text !== "" && wholeTerm.test(known.label) && !wholeTerm.test(field.label)))
      )
        best.set(field.role, field);
    }
  }
  return [...best.values()];
}

/** Is there a label of a field, or of an amount, in this cell? */
export function isLabel(view: View, template: TableTemplate, row: number, column: number): boolean {
  const word = view.word(row, column);
  if (word === "" || word.length > longestLabel) return false;
  const label = labelWord(word.replace(amountInside, ""));
  return [template.fields, template.lines, template.columns].some((roles) => firstRoleOf(roles, label) !== null);
}

function fieldBeside(
  view: View,
  template: TableTemplate,
  role: string,
  row: number,
  column: number,
  to: number,
): Field | null {
  const label = view.written(row, column);
  const right = view.filled(row).find((other) => other > column);
  if (right !== undefined && !isLabel(view, template, row, right))
    return { role, label, cell: view.cell(row, right), text: view.written(row, right) };
  if (row < to && view.word(row + 1, column) !== "" && !isLabel(view, template, row + 1, column))
    return { role, label, cell: view.cell(row + 1, column), text: view.written(row + 1, column) };
  for (let next = column + 1; next <= view.right; next++) {
    const anchor = view.anchor(row, next);
    if (anchor.row === row && anchor.column === column) continue;
    return anchor.column === next && (right === undefined || next < right)
      ? { role, label, cell: view.cell(row, next), text: "" }
      : { role, label, cell: view.cell(row, column), text: "" };
  }
  return { role, label, cell: view.cell(row, column), text: "" };
}

/** "项目名称：办公用房维修" in one cell. */
function fieldInside(view: View, template: TableTemplate, row: number, column: number): Field | null {
  const written = view.written(row, column);
  const colon = /[:：]/.exec(written);
  if (!colon || colon.index > longestLabel || colon.index === written.length - 1) return null;
  const label = written.slice(0, colon.index);
  const role = firstRoleOf(template.fields, labelWord(normalise(label)));
  return role === null
    ? null
    : { role, label, cell: view.cell(row, column), text: written.slice(colon.index + 1).trim() };
}

/**
 * The amounts of a form in some rows: each label that the template's lines name, with the figure beside it or inside
 * it.
 */
export function readFormFigures(view: View, template: TableTemplate, from: number, to: number): FormFigure[] {
  const roles = template.lines;
  const found: FormFigure[] = [];
  for (let row = from; row <= to; row++) {
    for (const column of view.filled(row)) {
      const word = view.word(row, column);
      if (word.length > longestLabel) continue;
      const whole = roleIdsOf(roles, labelWord(word));
      const labelCell = view.cell(row, column);
      const label = view.written(row, column);
      if (whole.length > 0) {
        const at = placeOfFigure(view, row, column, to) ?? figureInHeadOfOne(view, template, row, column, to);
        if (at !== null) found.push({ roles: whole, label, labelCell, ...at, embedded: null });
        continue;
      }
      const inside = amountInside.exec(word);
      if (!inside || inside.index === 0) continue;
      const named = roleIdsOf(roles, labelWord(word.slice(0, inside.index)));
      if (named.length > 0)
        found.push({ roles: named, label, labelCell, row, column, embedded: inside[1]!.replace(/,/g, "") });
    }
  }
  return found.filter((figure) => !isGroup(view, figure, found));
}

/** Place of the figure of a label: beside it, else below it, else the blank cell beside it; null where it has none. */
function placeOfFigure(view: View, row: number, column: number, to: number): { row: number; column: number } | null {
  const beside = figureBeside(view, row, column);
  if (beside !== null && view.word(row, beside) !== "") return { row, column: beside };
  const below = figureBelow(view, row, column, to);
  if (below !== null || beside === null || headsList(view, row, column, to)) return below;
  return { row, column: beside };
}

/** "项目资金（万元）" in front of "年度资金总额": the name of the whole block, with no figure of its own. */
function isGroup(view: View, figure: FormFigure, all: readonly FormFigure[]): boolean {
  const blank = figure.embedded === null && view.word(figure.row, figure.column) === "";
  return (
    blank &&
    figure.roles.includes("total") &&
    all.some(
      (other) =>
        other !== figure &&
        other.row === figure.row &&
        labelWord(normalise(other.label)) !== labelWord(normalise(figure.label)) &&
        other.roles.includes("total") &&
        other.labelCell > figure.labelCell,
    )
  );
}

/**
 * Column of the figure beside a label: the next filled cell if it reads as an amount, else the blank cell next to the
 * label; null where words stand there.
 */
function figureBeside(view: View, row: number, column: number): number | null {
  for (let next = column + 1; next <= view.right; next++) {
    const anchor = view.anchor(row, next);
    if (anchor.row === row && anchor.column === column) continue;
    if (view.covered(row, next)) return null;
    const word = view.word(row, next);
    if (word === "") {
      const right = view.filled(row).find((other) => other > next);
      return right === undefined || !readsAsAmount(view.word(row, right)) ? next : right;
    }
    return readsAsAmount(word) ? next : null;
  }
  return null;
}

/**
 * Place of the figure under a label that stands among others in a row, over a row that holds nothing but amounts; null
 * elsewhere: rows with words of their own are a list.
 */
function figureBelow(view: View, row: number, column: number, to: number): { row: number; column: number } | null {
  const below = row + 1;
  if (below > to || view.covered(below, column)) return null;
  const filled = view.filled(below);
  const onlyAmounts = filled.length > 0 && filled.every((other) => readsAsAmount(view.word(below, other)));
  return onlyAmounts || isTallAmount(view, below, column) ? { row: below, column } : null;
}

/**
 * "项目名称 | 项目类别 | 预算金额" over one row of what they say: place of the figure under a label that stands beside that of
 * the form's name; null where more such rows follow, as in a list.
 */
function figureInHeadOfOne(
  view: View,
  template: TableTemplate,
  row: number,
  column: number,
  to: number,
): { row: number; column: number } | null {
  const below = row + 1;
  if (below > to || view.covered(below, column) || !readsAsAmount(view.word(below, column))) return null;
  const isName = (other: number): boolean =>
    naming.has(firstRoleOf(template.fields, labelWord(view.word(row, other))) ?? "") &&
    !readsAsAmount(view.word(below, other)) &&
    !isLabel(view, template, below, other);
  const isRowOfLabels = view.filled(row).some(isName) && view.word(below, column) !== "";
  const goesOn = below < to && view.word(below + 1, column) !== "" && readsAsAmount(view.word(below + 1, column));
  return isRowOfLabels && !goesOn ? { row: below, column } : null;
}

const naming: ReadonlySet<string> = new Set(["project-name", "department", "unit-name"]);

/**
 * "任务内容 | 预算金额" over rows of words and amounts: the heading of a list's column, which has no figure of its own.
 */
function headsList(view: View, row: number, column: number, to: number): boolean {
  const below = row + 1;
  if (below > to || view.filled(row).some((other) => readsAsAmount(view.word(row, other)))) return false;
  const isWord = (other: number): boolean => view.word(below, other) !== "" && !readsAsAmount(view.word(below, other));
  const amount = view.word(below, column);
  return amount !== "" && readsAsAmount(amount) && view.filled(row).some((other) => other < column && isWord(other));
}

/** An amount in a cell as high as the rows beside it, which divide it: no list has such a cell. */
function isTallAmount(view: View, row: number, column: number): boolean {
  const word = view.word(row, column);
  const next = view.anchor(row + 1, column);
  return word !== "" && readsAsAmount(word) && next.row === row && next.column === column;
}

/** An amount, with its unit or without, or what stands where there is none. */
function readsAsAmount(word: string): boolean {
  const read = readAmountText(word.replace(/(\d)(?:百万|万|千|亿)?元$/, "$1"));
  return read.state === "blank" || (read.state === "amount" && !read.notation.includes("percent-text"));
}
