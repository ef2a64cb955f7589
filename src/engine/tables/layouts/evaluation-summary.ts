import type { CellId } from "../../workbook";
import type { Column, Field, IndicatorBlock, Line, Part, Section } from "../table";
import { gridOf } from "../grid";
import { headerColumnsOf } from "../header-columns";
import type { LayoutInput, TableContent } from "../layout";
import { enumerated, normalise } from "../normalise";
import type { TableTemplate } from "../template";
import { areaOf, readHead, unitOfHeader } from "./targets";
import { pathsIn } from "./targets-header";
import { assignColumns, firstRoleOf, roleIdsOf } from "../roles";
import { View } from "../view";

/** Amounts of a project, in the order they are printed; what cannot be added stands in the project's fields. */
const amounts = ["initial-budget", "annual-budget", "executed"] as const;
const results = ["rate", "score", "grade"] as const;
const totalWord = /^(?:合计|总计|总合计|全部合计|部门合计)(?:\(.*\))?$/;
const subtotalWord = /小计$/;
/** What the projects come to on the average: no project, and no sum. */
const averageWord = /^(?:[\u4e00-\u9fff]{0,6})?平均(?:自评)?(?:得分|分数|分值|分|数|值)?$|^均分$/;
/** The column of an amount that is divided further. */
const wholeWord = /^(?:小计|合计|总额|金额)$/;
const writtenScore = /^(\d+(?:\.\d+)?)分$/;
const footer =
  /^(?:注|备注|说明|填表说明)(?:[::]|\d)|^(?:填表人|填报人|制表人|审核人|联系人|联系电话|单位负责人|负责人)/;
/** Rows of words that a header takes at most. */
const mostHeaderRows = 3;

interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly paths: readonly (readonly string[])[];
}

interface Row {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly kind: "total" | "subtotal" | "project";
}

/**
 * A 自评汇总表: a row a project. Section "main": 年初预算数, 全年预算数, 执行数, with 合计 and 小计 over the projects;
 * section "scores": their 得分. A block a project with the fields "rate", "score" and
 * "grade"; those of 合计 and 小计 rows are blocks of the department. Null where no header names projects beside a 得分, or
 * 执行率 or grade.
 */
export function readEvaluationSummary(input: LayoutInput): TableContent | null {
  const view = new View(input);
  const header = findHeader(view, input.template);
  if (!header) return null;
  const { rows, averages, last } = readRows(view, header);
  if (!rows.some((row) => row.kind === "project")) return null;
  const { columns, positions } = columnsOf(header);
  const parents = parentsOf(rows);
  const lines = rows.map((row, at): Line => ({
    page: 0,
    position: row.row,
    label: row.label,
    labelCell: view.cell(row.row, row.column),
    code: null,
    roles: [row.kind === "total" ? "grand-total" : row.kind],
    parent: parents[at]!,
    part: "sum",
    repeats: null,
  }));
  const score = header.columns.get("score");
  const required = (input.template.columns ?? []).filter((role) => role.required === true);
  const words = [...header.columns.values()].map((column) => header.paths[column]?.at(-1) ?? "");
  const head = readHead(view, input.template, view.first, header.top - 1);
  return {
    ...head,
    unit: head.unit ?? unitOfHeader(header),
    sections: [
      ...(columns.length === 0 ? [] : [{ name: "main", pages: [{ sheet: view.sheet, positions }], columns, lines }]),
      ...(score === undefined ? [] : [scoreSection(view, header, score, lines)]),
    ],
    headerColumns: headerColumnsOf(
      { grid: gridOf(view.sheet), rows: [header.top, header.bottom], left: 0, paths: header.paths },
      (column) =>
        [...header.columns.values()].includes(column) ||
        roleIdsOf(input.template.columns, header.paths[column]!.at(-1) ?? "").length > 0,
    ),
    fields: averages.flatMap((row) => averageField(view, header, row)),
    blocks: rows.map((row, at) => blockOf(view, header, row, at)),
    embedded: new Map(score === undefined ? [] : lines.flatMap((line) => inWords(view, line.position, score))),
    evidence: [{ code: "header", words: [...new Set(words)].filter((word) => word !== "") }],
    confidence:
      required.length === 0 ? 0.5 : required.filter((role) => header.columns.has(role.role)).length / required.length,
    area: areaOf(view, view.first, last),
  };
}

function findHeader(view: View, template: TableTemplate): Header | null {
  const roles = template.columns;
  const isWord = (row: number, column: number): boolean =>
    view.word(row, column).length <= 32 &&
    view.number(row, column) === null &&
    firstRoleOf(roles, view.word(row, column)) !== null;
  for (let top = view.first; top <= view.last; top++) {
    if (view.filled(top).filter((column) => isWord(top, column)).length < 3) continue;
    let bottom = top;
    while (
      bottom < view.last &&
      bottom - top < mostHeaderRows - 1 &&
      view.filled(bottom + 1).length > 0 &&
      view.filled(bottom + 1).every((column) => isWord(bottom + 1, column))
    )
      bottom += 1;
    const paths = pathsIn(view, top, bottom);
    const columns = assignColumns(
      roles,
      paths.map((path) => (path.length > 1 && wholeWord.test(path.at(-1)!) ? path.slice(0, -1) : path)),
    );
    if (
      columns.has("project-name") &&
      !columns.has("level3") &&
      results.some((role) => columns.has(role)) &&
      (columns.has("score") || amounts.some((role) => columns.has(role)))
    )
      return { top, bottom, columns, paths };
  }
  return null;
}

function readRows(view: View, header: Header): { rows: Row[]; averages: number[]; last: number } {
  const measures = [...amounts, ...results].flatMap((role) => header.columns.get(role) ?? []);
  const firstMeasure = Math.min(...measures);
  const name = header.columns.get("project-name")!;
  const rows: Row[] = [];
  const averages: number[] = [];
  let last = header.bottom;
  for (let row = header.bottom + 1; row <= view.last; row++) {
    const filled = view.filled(row);
    const first = filled[0];
    if (first === undefined) continue;
    if (footer.test(view.word(row, first))) break;
    const labels = filled.filter((column) => column < firstMeasure || column === name);
    if (labels.some((column) => averageWord.test(view.word(row, column)))) {
      averages.push(row);
      last = row;
      continue;
    }
    const summing = labels.find(
      (column) => totalWord.test(view.word(row, column)) || subtotalWord.test(view.word(row, column)),
    );
    const column =
      summing ??
      (view.word(row, name) !== "" ? name : labels.find((candidate) => view.number(row, candidate) === null));
    if (
      column === undefined ||
      !measures.some((measure) => view.word(row, measure) !== "") ||
      isNumbering(view, row) ||
      repeatsHeader(view, header, row)
    )
      continue;
    const word = view.word(row, column);
    rows.push({
      row,
      column,
      label: view.written(row, column),
      kind: totalWord.test(word)
        ? "total"
        : subtotalWord.test(word) || headsGroup(view, row, labels)
          ? "subtotal"
          : "project",
    });
    last = row;
  }
  return { rows, averages, last };
}

/** 平均得分 as a field of the table. */
function averageField(view: View, header: Header, row: number): Field[] {
  const column = header.columns.get("score");
  if (column === undefined || view.covered(row, column) || view.word(row, column) === "") return [];
  const label = view.written(row, view.filled(row)[0]!);
  return [{ role: "average-score", label, cell: view.cell(row, column), text: view.written(row, column) }];
}

/** "一、某局机关" over projects that are counted in digits. */
function headsGroup(view: View, row: number, labels: readonly number[]): boolean {
  return labels.some(
    (column) =>
      /^[一二三四五六七八九十]+$/.test(view.word(row, column)) ||
      ["一、", "(一)"].includes(enumerated(view.word(row, column)).style),
  );
}

/** The header printed again at a page top. */
function repeatsHeader(view: View, header: Header, row: number): boolean {
  return view.filled(row).every((column) => header.paths[column]?.includes(view.word(row, column)) === true);
}

/** A row of column numbers: "1 2 3 4=3/2". */
function isNumbering(view: View, row: number): boolean {
  const words = view.filled(row).map((column) => normalise(view.word(row, column)));
  return (
    words.length > 2 &&
    words.every((word) => /^(?:栏次|甲|乙|\*+|[(]?\d{1,2}[)]?(?:=.*)?)$/.test(word)) &&
    words.filter((word, at) => at === 0 || Number.parseInt(word, 10) === Number.parseInt(words[at - 1]!, 10) + 1)
      .length >=
      words.length - 1
  );
}

/** Projects are parts of the 小计 of their group, which stands above or below them, else of 合计. */
function parentsOf(rows: readonly Row[]): (number | null)[] {
  const total = rows.findIndex((row) => row.kind === "total");
  const root = total < 0 ? null : total;
  const groups = rows.flatMap((row, at) => (row.kind === "subtotal" ? [at] : []));
  const leading = rows.find((row) => row.kind !== "total")?.kind === "subtotal";
  return rows.map((row, at) => {
    if (row.kind === "total") return null;
    if (row.kind === "subtotal") return root;
    const own = leading ? groups.filter((group) => group < at).at(-1) : groups.find((group) => group > at);
    return own ?? root;
  });
}

/** The amounts; leaves beside a 小计 under one heading are its parts. */
function columnsOf(header: Header): { columns: Column[]; positions: number[] } {
  const columns: Column[] = [];
  const positions: number[] = [];
  const add = (column: number, roles: string[], parent: number | null, part: Part): number => {
    positions.push(column);
    return columns.push({ path: header.paths[column]!, roles, parent, part }) - 1;
  };
  for (const role of amounts) {
    const column = header.columns.get(role);
    if (column === undefined) continue;
    const whole = add(column, [role], null, "sum");
    const path = header.paths[column]!;
    if (path.length < 2 || !wholeWord.test(path.at(-1)!)) continue;
    const beside = header.paths.flatMap((other, at) =>
      at !== column && other[0] === path[0] && other.length > 1 ? [at] : [],
    );
    for (const at of beside)
      add(
        at,
        [],
        whole,
        beside.length > 1 && !header.paths[at]!.some((word) => word.startsWith("其中")) ? "sum" : "of-which",
      );
  }
  return { columns, positions };
}

/** 得分 as figures of their own: they are never added up. */
function scoreSection(view: View, header: Header, column: number, lines: readonly Line[]): Section {
  const projects = lines.filter((line) => line.roles.includes("project"));
  return {
    name: "scores",
    pages: [{ sheet: view.sheet, positions: [column] }],
    columns: [{ path: header.paths[column]!, roles: ["score"], parent: null, part: "sum" }],
    lines: projects.map((line) => ({ ...line, parent: null })),
  };
}

/** "95.5分" is the figure 95.5. */
function inWords(view: View, row: number, column: number): [CellId, string][] {
  const written = writtenScore.exec(view.word(row, column));
  return written ? [[view.cell(row, column), written[1]!]] : [];
}

function blockOf(view: View, header: Header, row: Row, line: number): IndicatorBlock {
  const fields = results.flatMap((role): Field[] => {
    const column = header.columns.get(role);
    return column === undefined || view.covered(row.row, column)
      ? []
      : [
          {
            role,
            label: header.paths[column]!.at(-1) ?? "",
            cell: view.cell(row.row, column),
            text: view.written(row.row, column),
          },
        ];
  });
  return {
    subject: row.kind === "project" ? "project" : "department",
    name: row.label,
    nameCell: view.cell(row.row, row.column),
    code: null,
    line,
    fields,
    indicators: [],
  };
}
