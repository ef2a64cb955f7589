import type { Catalogue, CheckedWorkbook } from "../../engine/check-workbook";
import type { Finding } from "../../engine/diagnostics";
import type { Settings } from "../../engine/settings";
import { DEFAULT_SETTINGS } from "../../engine/settings";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { WriteRecord } from "../../hosts/host";
import type { HostProblemWords } from "../../hosts/host-wording";
import type { BesideState } from "./beside";
import { initialBeside } from "./beside";
import type { ListFilter, ListState } from "./finding-list";
import { NO_FILTER, initialList } from "./finding-list";
import type { ScoringState } from "./scoring";
import { initialScoring } from "./scoring";
import type { SelfEvaluationState, WritingState } from "./self-evaluation";
import { initialSelfEvaluation } from "./self-evaluation";
import type { ViewName } from "./views";

/** What takes its time, in the order in which a person sees it pass by. */
export const stages = ["read", "recognise", "reconcile", "diagnose", "mark"] as const;
export type Stage = (typeof stages)[number];

/** How far a check has come: its stage, and the share of that which is done (0 to 1). */
export interface StageProgress {
  readonly stage: Stage;
  readonly share: number;
}

/** A check with what the person made of it. */
export interface CheckedState {
  readonly result: CheckedWorkbook;
  /** Sheets of documents beside the workbook, by the names that findings call them: nobody can go there. */
  readonly elsewhere: ReadonlySet<string>;
  /** Findings that do not pass, with what is accepted of them. */
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** What went wrong, worded, with detail to copy and whether trying again makes sense. */
export interface ShownProblem extends HostProblemWords {
  readonly detail: string;
  readonly canRetry: boolean;
}

export interface PaneState {
  readonly view: ViewName;
  /** False until the workbook answers. */
  readonly connected: boolean;
  /** The person has stopped the reading of the workbook before the pane was connected. */
  readonly readingStopped: boolean;
  /** How the file is called; "" until the pane is connected, and where it has no name yet. */
  readonly name: string;
  /** Empty until the pane is connected. */
  readonly catalogue: Catalogue;
  /** How far the check, or the first reading, that is going on has come, or null. */
  readonly progress: StageProgress | null;
  /** The workbook as it was last read. */
  readonly workbook: Workbook | null;
  /** What was recognised in it. */
  readonly recognised: Recognition | null;
  readonly checked: CheckedState | null;
  /** A later check was stopped: the list is still that of the one before. */
  readonly listBehind: boolean;
  readonly beside: BesideState;
  readonly settings: Settings;
  readonly filter: ListFilter;
  readonly list: ListState;
  readonly problem: ShownProblem | null;
  /** Protected sheets on which nothing could be marked. */
  readonly unmarked: readonly string[];
  /** Sheets on which Excel cannot say which marks are ours. */
  readonly unreadable: readonly string[];
  /**
   * The person wants edits followed although Excel then forgets what she could take back. For this Excel only: the
   * workbook may be opened next in one that does not.
   */
  readonly liveAsked: boolean;
  /** Whether the marks in the sheets say what the list says. */
  readonly marks: "none" | "current" | "outdated";
  /** Our writes that can be taken back, the latest last. */
  readonly history: readonly WriteRecord[];
  /** What the bar above the list tells: the latest write, what was just taken back, or nothing. */
  readonly bar: "written" | "taken-back" | null;
  /** What was done last without writing a figure, where nothing else in view shows it; null where nothing was. */
  readonly told: string | null;
  /** How many checks agree since our latest write that did not before; null where that is not known. */
  readonly settled: number | null;
  /** A write in several parts that is going on, or null. */
  readonly writing: WritingState | null;
  readonly scoring: ScoringState;
  readonly selfEvaluation: SelfEvaluationState;
  /** What a screen reader says. */
  readonly announcement: string;
}

export const initialState: PaneState = {
  view: "check",
  connected: false,
  readingStopped: false,
  name: "",
  catalogue: { templates: [], rules: [] },
  progress: null,
  workbook: null,
  recognised: null,
  checked: null,
  listBehind: false,
  beside: initialBeside,
  settings: DEFAULT_SETTINGS,
  filter: NO_FILTER,
  list: initialList,
  problem: null,
  unmarked: [],
  unreadable: [],
  liveAsked: false,
  marks: "none",
  history: [],
  bar: null,
  told: null,
  settled: null,
  writing: null,
  scoring: initialScoring,
  selfEvaluation: initialSelfEvaluation,
  announcement: "",
};
