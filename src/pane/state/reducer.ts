import type { Catalogue, CheckedWorkbook } from "../../engine/check-workbook";
import type { Finding } from "../../engine/diagnostics";
import type { Settings } from "../../engine/settings";
import { applyExceptions } from "../../engine/settings";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { WriteRecord } from "../../hosts/host";
import type { ScoringState } from "./scoring";
import type { SelfEvaluationState, WritingState } from "./self-evaluation";
import type { PaneState, ShownProblem, StageProgress, ViewName } from "./state";
import { announceCheck } from "./announcements";

export type PaneAction =
  | { readonly type: "view-chosen"; readonly view: ViewName }
  | {
      readonly type: "connected";
      readonly catalogue: Catalogue;
      readonly settings: Settings;
      readonly workbook: Workbook;
      readonly recognised: Recognition;
    }
  | { readonly type: "read-again"; readonly workbook: Workbook; readonly recognised: Recognition }
  | { readonly type: "writing"; readonly writing: WritingState | null }
  | { readonly type: "scoring-changed"; readonly change: Partial<ScoringState> }
  | { readonly type: "self-evaluation-changed"; readonly change: Partial<SelfEvaluationState> }
  | { readonly type: "progressed"; readonly progress: StageProgress }
  | { readonly type: "stopped" }
  | {
      readonly type: "checked";
      readonly result: CheckedWorkbook;
      readonly milliseconds: number;
      readonly quiet: boolean;
    }
  | { readonly type: "settings-changed"; readonly settings: Settings; readonly announcement: string }
  | { readonly type: "filtered"; readonly filter: Partial<PaneState["filter"]> }
  | { readonly type: "marked"; readonly unmarked: readonly string[]; readonly unreadable: readonly string[] }
  | { readonly type: "marks-outdated" }
  | { readonly type: "marks-cleared"; readonly unmarked: readonly string[]; readonly unreadable: readonly string[] }
  | { readonly type: "live-asked"; readonly asked: boolean }
  | { readonly type: "written"; readonly undoable: WriteRecord | null; readonly announcement: string }
  | { readonly type: "undo-bar-closed" }
  | { readonly type: "result-sheet-made"; readonly name: string; readonly undoable: WriteRecord | null }
  | { readonly type: "problem-met"; readonly problem: ShownProblem }
  | { readonly type: "problem-closed" };

/**
 * The state after an action. Views only read the state; whoever does something in the workbook tells of it afterwards.
 */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "view-chosen":
      return { ...state, view: action.view };
    case "connected":
      return {
        ...state,
        connected: true,
        catalogue: action.catalogue,
        settings: action.settings,
        workbook: action.workbook,
        recognised: action.recognised,
        problem: null,
      };
    case "read-again":
      return { ...state, workbook: action.workbook, recognised: action.recognised };
    case "writing":
      return { ...state, writing: action.writing };
    case "scoring-changed":
      return { ...state, scoring: { ...state.scoring, ...action.change } };
    case "self-evaluation-changed":
      return { ...state, selfEvaluation: { ...state.selfEvaluation, ...action.change } };
    case "progressed":
      return { ...state, progress: action.progress, problem: null };
    case "stopped":
      return { ...state, progress: null, announcement: "已停止" };
    case "checked": {
      const { result, milliseconds, quiet } = action;
      const findings = findingsOf(result, state.settings);
      const checked = { result, findings, milliseconds };
      const same = quiet && state.checked !== null && sameTitles(state.checked.findings, findings);
      return {
        ...state,
        progress: quiet ? state.progress : { stage: "mark", share: 0 },
        connected: true,
        checked,
        workbook: result.joined,
        recognised: result,
        filter: keptFilter(state.filter, findings),
        problem: null,
        announcement: same ? state.announcement : announceCheck(checked),
      };
    }
    case "settings-changed": {
      const { settings, announcement } = action;
      const { checked } = state;
      return {
        ...state,
        settings,
        announcement,
        checked: checked && { ...checked, findings: findingsOf(checked.result, settings) },
      };
    }
    case "filtered":
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case "marked":
      return {
        ...state,
        progress: null,
        marks: "current",
        unmarked: action.unmarked,
        unreadable: action.unreadable,
      };
    case "marks-outdated":
      return state.marks === "current" ? { ...state, marks: "outdated" } : state;
    case "marks-cleared":
      return {
        ...state,
        marks: "none",
        unmarked: action.unmarked,
        unreadable: action.unreadable,
        announcement: "标记已清除",
      };
    case "live-asked":
      return { ...state, liveAsked: action.asked };
    case "written":
      // Who takes a write back does not want it made again at once.
      return {
        ...state,
        undoable: action.undoable,
        announcement: action.announcement,
        selfEvaluation: action.undoable ? state.selfEvaluation : { ...state.selfEvaluation, live: false },
      };
    case "undo-bar-closed":
      return { ...state, undoable: null, resultSheet: null };
    case "result-sheet-made":
      return {
        ...state,
        resultSheet: action.name,
        undoable: action.undoable,
        announcement: `已生成工作表“${action.name}”`,
      };
    case "problem-met":
      return {
        ...state,
        progress: null,
        writing: null,
        problem: action.problem,
        announcement: `${action.problem.happened}${action.problem.remedy}`,
      };
    case "problem-closed":
      return { ...state, problem: null };
  }
}

function findingsOf(result: CheckedWorkbook, settings: Settings): Finding[] {
  return applyExceptions(
    result.findings.filter(({ outcome }) => outcome !== "pass"),
    settings,
  );
}

function sameTitles(before: readonly Finding[], after: readonly Finding[]): boolean {
  return before.length === after.length && before.every(({ title }, place) => title === after[place]!.title);
}

/** A sheet that no longer has findings would filter everything away. */
function keptFilter(filter: PaneState["filter"], findings: readonly Finding[]): PaneState["filter"] {
  const { sheet } = filter;
  return sheet === null || findings.some(({ cells }) => cells.some((cell) => cell.sheet === sheet))
    ? filter
    : { ...filter, sheet: null };
}
