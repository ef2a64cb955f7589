import type { Catalogue, CheckedWorkbook } from "../../engine/check-workbook";
import type { Finding } from "../../engine/diagnostics";
import type { Settings } from "../../engine/settings";
import { applyExceptions } from "../../engine/settings";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { WriteRecord } from "../../hosts/host";
import type { BesideState } from "./beside";
import { wentTo } from "./finding-list";
import type { ListFilter, ListedFinding } from "./finding-list";
import type { ScoringState } from "./scoring";
import type { SelfEvaluationState, WritingState } from "./self-evaluation";
import type { PaneState, ShownProblem, StageProgress } from "./state";
import type { ViewName } from "./views";
import { announceCheck, announceOpen } from "./announcements";

export type PaneAction =
  | { readonly type: "view-chosen"; readonly view: ViewName }
  | {
      readonly type: "connected";
      readonly name: string;
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
      readonly workbook: Workbook;
      readonly result: CheckedWorkbook;
      readonly milliseconds: number;
      /** Asked for by its button; after something else that was asked for; after an edit. */
      readonly manner: "asked" | "shown" | "quiet";
    }
  | { readonly type: "beside-changed"; readonly change: Partial<BesideState>; readonly announcement: string | null }
  | { readonly type: "settings-changed"; readonly settings: Settings; readonly announcement: string }
  | { readonly type: "filtered"; readonly filter: Partial<ListFilter> }
  | { readonly type: "row-toggled"; readonly id: string; readonly open: boolean }
  | { readonly type: "went-to"; readonly row: ListedFinding; readonly open: boolean; readonly focus: boolean }
  | { readonly type: "settled"; readonly checks: number }
  | { readonly type: "marked"; readonly unmarked: readonly string[]; readonly unreadable: readonly string[] }
  | { readonly type: "marks-outdated" }
  | { readonly type: "marks-cleared"; readonly unmarked: readonly string[]; readonly unreadable: readonly string[] }
  | { readonly type: "live-asked"; readonly asked: boolean }
  | { readonly type: "written"; readonly record: WriteRecord | null; readonly announcement: string }
  | { readonly type: "taken-back"; readonly announcement: string }
  | { readonly type: "undo-bar-closed" }
  | { readonly type: "problem-met"; readonly problem: ShownProblem }
  | { readonly type: "problem-closed" };

/** What each action makes of the state. */
type Reducers = {
  readonly [Type in PaneAction["type"]]: (
    state: PaneState,
    action: Extract<PaneAction, { readonly type: Type }>,
  ) => PaneState;
};

const reducers: Reducers = {
  // Who comes back finds the list where it was, but the focus stays on the tab.
  "view-chosen": (state, { view }) => ({
    ...state,
    view,
    told: null,
    list: { ...state.list, current: state.list.current && { ...state.list.current, focus: false } },
  }),
  connected: (state, { name, catalogue, settings, workbook, recognised }) => ({
    ...state,
    connected: true,
    name,
    catalogue,
    settings,
    workbook,
    recognised,
    progress: null,
    problem: null,
    announcement: announceOpen(workbook, recognised),
  }),
  "read-again": (state, { workbook, recognised }) => ({ ...state, workbook, recognised }),
  writing: (state, { writing }) => ({ ...state, writing }),
  "scoring-changed": (state, { change }) => ({ ...state, scoring: { ...state.scoring, ...change } }),
  "self-evaluation-changed": (state, { change }) => ({
    ...state,
    selfEvaluation: { ...state.selfEvaluation, ...change },
  }),
  progressed: (state, { progress }) => ({ ...state, progress, readingStopped: false, problem: null }),
  stopped: (state) => ({
    ...state,
    progress: null,
    readingStopped: !state.connected,
    listBehind: state.checked !== null,
    announcement: state.checked === null ? "已停止" : "已停止，清单还是上次核对的",
  }),
  checked: (state, { workbook, result, milliseconds, manner }) => {
    const findings = findingsOf(result, state.settings);
    const others = result.joined.sheets.slice(workbook.sheets.length);
    const checked = { result, findings, milliseconds, elsewhere: new Set(others.map(({ name }) => name)) };
    const same = manner !== "asked" && state.checked !== null && sameTitles(state.checked.findings, findings);
    return {
      ...state,
      progress: manner === "asked" ? { stage: "mark", share: 0 } : manner === "shown" ? null : state.progress,
      connected: true,
      checked,
      listBehind: false,
      told: manner === "asked" ? null : state.told,
      workbook,
      recognised: result,
      filter: keptFilter(state.filter, findings),
      problem: null,
      announcement: same ? state.announcement : announceCheck(checked),
    };
  },
  "beside-changed": (state, { change, announcement }) => ({
    ...state,
    beside: { ...state.beside, ...change },
    announcement: announcement ?? state.announcement,
  }),
  "settings-changed": (state, { settings, announcement }) => ({
    ...state,
    settings,
    announcement,
    // The other views show it where it was changed; here what was explained has left for the end of the list.
    ...(state.view === "check" ? telling(announcement) : {}),
    checked: state.checked && { ...state.checked, findings: findingsOf(state.checked.result, settings) },
  }),
  filtered: (state, { filter }) => ({ ...state, filter: { ...state.filter, ...filter } }),
  "row-toggled": (state, { id, open }) => ({
    ...state,
    list: { ...state.list, opened: new Map([...state.list.opened, [id, open]]) },
  }),
  "went-to": (state, { row, open, focus }) => ({ ...state, list: wentTo(state.list, row, open, focus) }),
  settled: (state, { checks }) => ({ ...state, settled: checks }),
  marked: (state, { unmarked, unreadable }) => ({ ...state, progress: null, marks: "current", unmarked, unreadable }),
  "marks-outdated": (state) => (state.marks === "current" ? { ...state, marks: "outdated" } : state),
  "marks-cleared": (state, { unmarked, unreadable }) => ({
    ...state,
    marks: "none",
    unmarked,
    unreadable,
    announcement: "标记已清除",
    ...telling("标记已清除"),
  }),
  "live-asked": (state, { asked }) => ({ ...state, liveAsked: asked }),
  written: (state, { record, announcement }) => ({ ...withRecord(state, record), settled: null, announcement }),
  "taken-back": (state, { announcement }) => ({
    ...state,
    history: state.history.slice(0, -1),
    bar: "taken-back",
    told: null,
    settled: null,
    announcement,
    // Who takes a write back does not want it made again at once.
    selfEvaluation: { ...state.selfEvaluation, live: false },
  }),
  "undo-bar-closed": (state) => ({ ...state, bar: null, told: null }),
  "problem-met": (state, { problem }) => ({
    ...state,
    progress: null,
    writing: null,
    problem,
    announcement: `${problem.happened}${problem.remedy}`,
  }),
  "problem-closed": (state) => ({ ...state, problem: null }),
};

/**
 * The state after an action. Views only read the state; whoever does something in the workbook tells of it afterwards.
 */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  const reducer = reducers[action.type] as (state: PaneState, action: PaneAction) => PaneState;
  return reducer(state, action);
}

function withRecord(state: PaneState, record: WriteRecord | null): PaneState {
  return record === null ? state : { ...state, history: [...state.history, record], bar: "written", told: null };
}

/** What was done last takes the place of what was written before it. */
function telling(told: string): Pick<PaneState, "told" | "bar"> {
  return { told, bar: null };
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

/** A sheet or a group that no longer has findings would filter everything away. */
function keptFilter(filter: ListFilter, findings: readonly Finding[]): ListFilter {
  const { sheet, group } = filter;
  const isThere = sheet === null || findings.some(({ cells }) => cells.some((cell) => cell.sheet === sheet));
  const isGroup = group === null || findings.some((finding) => finding.group === group);
  return { ...filter, sheet: isThere ? sheet : null, group: isGroup ? group : null };
}
