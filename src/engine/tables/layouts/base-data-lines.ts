import { enumerated, indentation } from "../normalise";
import type { Line, Part } from "../table";
import type { TableTemplate } from "../template";
import { roleIdsOf } from "../roles";
import type { View } from "../view";

/** A line before its whole is known. */
interface Draft {
  readonly position: number;
  readonly column: number;
  readonly label: string;
  readonly style: string;
  readonly ofWhich: boolean;
  readonly indent: number;
  readonly roles: readonly string[];
}

/** Lines that stand for themselves: whatever was open above ends. */
const heads = ["three-public", "project", "basic", "public-use", "procurement", "adjustment"];
/** Which line a line with this role is a part of. */
const wholes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    vehicle: ["three-public"],
    abroad: ["three-public"],
    reception: ["three-public"],
    "vehicle-purchase": ["vehicle"],
    "vehicle-operation": ["vehicle"],
    "project-kind": ["project"],
    "project-special": ["project"],
  }),
);

/**
 * Lines of 经费控制情况. 三公经费 and 公务用车 have known parts. 项目支出 is the sum of its numbered kinds; the lines without
 * a number below 市级专项资金 （一个专项一行） are single projects, its parts. What stands under 其中 of 公用经费 is within it,
 * until a line begins that stands for itself.
 */
export function baseDataLines(
  view: View,
  template: TableTemplate,
  from: number,
  to: number,
  firstMeasure: number,
): Line[] {
  const drafts = readDrafts(view, template, from, to, firstMeasure);
  const lines: Line[] = [];
  let head = -1;
  let kind = -1;
  let within = false;
  drafts.forEach((draft, at) => {
    const { parent, part, roles } = place(draft, at);
    lines.push({
      page: 0,
      position: draft.position,
      label: draft.label,
      labelCell: view.cell(draft.position, draft.column),
      code: null,
      roles,
      parent,
      part,
      repeats: null,
    });
  });
  return lines;

  function place(draft: Draft, at: number): { parent: number | null; part: Part; roles: readonly string[] } {
    const whole = draft.roles.flatMap((role) => wholes.get(role) ?? []);
    if (whole.length > 0) {
      const parent = lastWith(lines, whole);
      if (draft.roles.includes("project-kind") || draft.roles.includes("project-special")) kind = at;
      return { parent, part: "sum", roles: draft.roles };
    }
    if (draft.roles.some((role) => heads.includes(role)) || isHeadAgain(draft)) {
      head = at;
      kind = -1;
      within = false;
      return { parent: null, part: "sum", roles: draft.roles };
    }
    const inProjects = head >= 0 && lines[head]!.roles.includes("project");
    if (inProjects && draft.style !== "" && !isSpecialProject(draft, drafts[kind])) {
      kind = at;
      return { parent: head, part: "sum", roles: ["project-kind"] };
    }
    if (inProjects) return { parent: kind >= 0 ? kind : head, part: "sum", roles: ["project-item"] };
    return detailOr(draft);
  }

  /** A line within the head above, where 其中 began there; else one that stands for itself. */
  function detailOr(draft: Draft): { parent: number | null; part: Part; roles: readonly string[] } {
    if (head < 0 || draft.roles.length > 0 || !(draft.ofWhich || within) || rateName.test(draft.label))
      return { parent: null, part: "sum", roles: draft.roles };
    within = true;
    return { parent: head, part: "of-which", roles: ["detail"] };
  }

  /** A line without a number, no further in than 项目支出, when its numbered lines are set in: it begins something else. */
  function isHeadAgain(draft: Draft): boolean {
    if (head < 0 || kind < 0 || draft.style !== "" || lines[kind]!.roles.includes("project-special")) return false;
    if (!lines[head]!.roles.includes("project")) return false;
    return draft.indent <= drafts[head]!.indent && drafts[kind]!.indent > drafts[head]!.indent;
  }
}

/** "“三公”经费控制率" below the amounts that it is made of: a rate is no part of an amount. */
const rateName = /(?:率|比例|占比|比重)(?:[(（][%％][)）])?$/;

/** A numbered line below 市级专项资金 that is set in further than it is one of its projects. */
function isSpecialProject(draft: Draft, kind: Draft | undefined): boolean {
  return (
    kind !== undefined &&
    kind.style === draft.style &&
    kind.roles.includes("project-special") &&
    draft.indent > kind.indent
  );
}

function lastWith(lines: readonly Line[], roles: readonly string[]): number | null {
  for (let at = lines.length - 1; at >= 0; at--) if (lines[at]!.roles.some((role) => roles.includes(role))) return at;
  return null;
}

function readDrafts(view: View, template: TableTemplate, from: number, to: number, firstMeasure: number): Draft[] {
  const roles = template.lines;
  const drafts: Draft[] = [];
  for (let row = from; row <= to; row++) {
    const column = view
      .filled(row)
      .filter((candidate) => candidate < firstMeasure)
      .at(-1);
    if (column === undefined) continue;
    const word = view.word(row, column);
    if (/^(?:厉行节约|说明|注|备注|填[表报]人)/.test(word)) break;
    const { style, ofWhich, name } = enumerated(word);
    const raw = view.sheet.texts[row * view.width + column] ?? "";
    const label = name.replace(/[:：]$/, "");
    drafts.push({
      position: row,
      column,
      label: view.written(row, column).replace(/[:：]$/, ""),
      style,
      ofWhich,
      indent: indentation(raw),
      roles: roleIdsOf(roles, label),
    });
  }
  return drafts;
}
