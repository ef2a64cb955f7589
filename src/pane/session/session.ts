import type { Catalogue, CheckedWorkbook, CheckProgress } from "../../engine/check-workbook";
import type { Finding, Suspect } from "../../engine/diagnostics";
import { markEdits, resultSheet } from "../../engine/report";
import type { Settings } from "../../engine/settings";
import { acceptFinding, activeRules, isDefault, settingsFromXml, settingsToXml, withdrawAcceptance, withExplained } from "../../engine/settings";
import { finish } from "../../engine/steps";
import type { Table } from "../../engine/tables";
import type { Edit, Workbook } from "../../engine/workbook";
import type { CellPlace, HostCapabilities, LiveHost } from "../../hosts/host";
import { HostError } from "../../hosts/host-problem";
import { isExplained } from "../state/findings";
import { reduce } from "../state/reducer";
import type { PaneAction } from "../state/reducer";
import type { PaneState, StageProgress } from "../state/state";
import { initialState } from "../state/state";
import type { Store } from "../state/store";
import { createStore } from "../state/store";
import type { CellBefore } from "./cell-before";
import { cellBefore } from "./cell-before";
import type * as checkingPart from "./checking";
import { LiveEdits } from "./live-edits";
import { choicesFor } from "./own-sheets";
import { paced } from "./paced";
import { shownProblem } from "./problem";
import { writeParts } from "./writing";

/** What a pane needs of the page that it stands in. */
export interface Surroundings {
  /** The open workbook. @throws HostError where there is none */
  connect(): Promise<LiveHost>;
  /** Official knowledge; large, and so a part of the page that is loaded after the pane has been drawn. */
  loadCatalogue(): Promise<Catalogue>;
  /** How the person calls the workbook. */
  readonly workbookName: string;
  /** Reads a workbook file beside the open one. */
  openFile(bytes: Uint8Array): Promise<Workbook>;
  /** Milliseconds that pass. */
  now(): number;
  /** Today as an ISO date. */
  today(): string;
  /** Resolves when the page has had time to draw. */
  painted(): Promise<void>;
}

/** Everything that a person can ask of the pane. One thing is done after the other; what fails becomes a shown problem. */
export class Session {
  readonly store: Store<PaneState, PaneAction> = createStore(reduce, initialState);
  private host: LiveHost | null = null;
  private workbook: Workbook | null = null;
  private checking: Checking | null = null;
  private queue: Promise<void> = Promise.resolve();
  private failed: (() => Promise<void>) | null = null;
  /** Counts checks that were begun or stopped: one that is not the latest is dropped. */
  private run = 0;
  /** Writes of the host that our latest write is made of. */
  private together = 1;
  /** Edits that were seen, and those that the workbook as we have it knows of. */
  private edits = 0;
  private knownEdits = 0;
  private writingStopped = false;
  private stopWatching: (() => Promise<void>) | null = null;
  private readonly live = new LiveEdits(() => void this.enqueue(() => this.follow()));

  constructor(private readonly around: Surroundings) {}

  /** Connects to the workbook and looks what is in it, without checking. */
  start(): Promise<void> {
    return this.enqueue(() => this.connect());
  }

  /** 一键核对. */
  check(): Promise<void> {
    return this.enqueue(async () => {
      const run = ++this.run;
      if (!this.host) await this.connect();
      if (await this.readAndCheck(run, false)) await this.mark(run);
    });
  }

  /** Ends the session: edits are no longer followed. The workbook may have gone by then, which is no matter. */
  async close(): Promise<void> {
    this.run++;
    this.live.close();
    await this.queue;
    await this.stopWatching?.().catch(() => undefined);
  }

  /** Ends a check that is going on; the list stays as it was. */
  stop(): void {
    this.run++;
    this.dispatch({ type: "stopped" });
  }

  /** Tries again what failed last. */
  retry(): Promise<void> {
    const { failed } = this;
    this.dispatch({ type: "problem-closed" });
    return failed ? this.enqueue(failed) : Promise.resolve();
  }

  reveal(place: CellPlace): Promise<void> {
    return this.enqueue(() => this.connected().reveal({ sheet: place.sheet, address: place.address }));
  }

  /** Writes the value that repairs a suspected cell, then checks again. */
  adopt(suspect: Suspect): Promise<void> {
    return this.enqueue(async () => {
      const { sheet, address, proposed, text } = suspect;
      if (proposed === null) return;
      await this.connected().apply([{ type: "set-value", sheet, address, value: text ?? Number(proposed) }]);
      this.together = 1;
      this.dispatch({ type: "written", undoable: this.connected().undoable(), announcement: `${sheet} ${address} 已改` });
      await this.checkAgain(true);
    });
  }

  /** Takes our latest write back, then checks again. */
  undo(): Promise<void> {
    return this.enqueue(async () => {
      const { addedSheets } = await this.connected().undo();
      for (; this.together > 1; this.together--) await this.connected().undo();
      this.dispatch({ type: "written", undoable: null, announcement: addedSheets.length > 0 ? "已撤销，工作表已删除" : "已撤销，数字已改回" });
      this.dispatch({ type: "undo-bar-closed" });
      await this.checkAgain(true);
    });
  }

  /** Writes what the person asked for and looks again. Several parts show how far they are, can be stopped, and are taken back together. */
  write(parts: readonly (readonly Edit[])[], announcement: string): Promise<void> {
    return this.enqueue(async () => {
      this.writingStopped = false;
      const shown = (done: number): void => this.dispatch({ type: "writing", writing: { done, all: parts.length } });
      if (parts.length > 1) shown(0);
      const { record, parts: together } = await writeParts(this.connected(), parts, async (done) => {
        if (parts.length > 1) shown(done);
        await this.around.painted();
        return !this.writingStopped;
      });
      this.together = Math.max(1, together);
      this.dispatch({ type: "writing", writing: null });
      this.dispatch({ type: "written", undoable: record, announcement: record ? announcement : "已停止，工作簿没有变化" });
      await this.checkAgain(true);
    });
  }

  /** Writes what follows from an edit, without announcing it; while Excel is busy with the person, it waits. */
  fillAlong(edits: readonly Edit[]): Promise<void> {
    return this.enqueue(async () => {
      await this.whenFree(async () => {
        await this.connected().apply(edits);
        this.together = 1;
        this.dispatch({ type: "written", undoable: this.connected().undoable(), announcement: this.state.announcement });
        await this.checkAgain(false);
      });
    });
  }

  stopWriting(): void {
    this.writingStopped = true;
  }

  /** Reads again where somebody has edited since. */
  refresh(): Promise<void> {
    return this.enqueue(async () => {
      if (this.edits !== this.knownEdits) await this.lookAgain();
    });
  }

  /** Reads a workbook beside the open one, with what is recognised in it. */
  async readBeside(bytes: Uint8Array): Promise<{ workbook: Workbook; tables: readonly Table[] } | null> {
    try {
      const workbook = await this.around.openFile(bytes);
      const { recogniseTables } = this.checking ?? missingHost();
      return { workbook, tables: recogniseTables(workbook, this.state.catalogue.templates).tables };
    } catch {
      return null;
    }
  }

  /** 已说明: accepts a finding for a reason. */
  explain(finding: Finding, reason: string): Promise<void> {
    return this.changeExceptions((settings, findings) => acceptFinding(settings, findings, finding, reason, this.around.today()), "已说明，移到“已说明”一组");
  }

  withdraw(finding: Finding): Promise<void> {
    return this.changeExceptions((settings, findings) => withdrawAcceptance(settings, findings, finding), "已取消说明");
  }

  /** Keeps changed settings; those that bear on what is checked are followed by a check. */
  changeSettings(change: (settings: Settings) => Settings, recheck: boolean): Promise<void> {
    return this.enqueue(async () => {
      await this.keep(change(this.state.settings), "设置已保存");
      if (recheck) await this.checkAgain(this.state.marks !== "none");
    });
  }

  clearMarks(): Promise<void> {
    return this.enqueue(async () => {
      if (!this.host) await this.connect();
      const { unmarkedSheets } = await this.connected().apply([{ type: "clear-marks" }]);
      this.dispatch({ type: "marks-cleared", unmarked: unmarkedSheets });
    });
  }

  refreshMarks(): Promise<void> {
    return this.enqueue(() => this.mark(this.run));
  }

  /** Adds the sheet 核对结果. */
  makeResultSheet(): Promise<void> {
    return this.enqueue(async () => {
      const { checked, settings } = this.state;
      if (!checked) return;
      const sources = new Map(this.state.catalogue.rules.map(({ id, source }) => [id, source]));
      const open = checked.findings.filter((finding) => !isExplained(finding));
      const sheet = resultSheet({ ...checked.result, findings: open }, sources, this.ownSheets());
      const { addedSheets } = await this.connected().apply([{ type: "add-sheet", sheet: settings.listExplained ? withExplained(sheet, checked.findings, settings) : sheet }]);
      this.together = 1;
      this.dispatch({ type: "result-sheet-made", name: addedSheets[0] ?? sheet.name, undoable: this.connected().undoable() });
    });
  }

  /** What agrees, for those who want to see it: worked out only when asked for. */
  passing(): readonly Finding[] {
    const { workbook } = this;
    if (!workbook) return [];
    return finish(this.steps(workbook, true)).findings.filter(({ outcome }) => outcome === "pass");
  }

  /** What stands in a cell before it is changed. */
  contentsOf({ cell }: Pick<Suspect, "cell">): CellBefore {
    return this.workbook ? cellBefore(this.workbook, cell) : { before: "", formula: null };
  }

  /** What the host can do; null until it answers. */
  capabilities(): HostCapabilities | null {
    return this.host?.capabilities ?? null;
  }

  private get state(): PaneState {
    return this.store.getState();
  }

  private dispatch(action: PaneAction): void {
    this.store.dispatch(action);
  }

  private connected(): LiveHost {
    return this.host ?? missingHost();
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(async () => {
      try {
        await work();
        this.failed = null;
      } catch (error) {
        this.failed = work;
        this.dispatch({ type: "problem-met", problem: shownProblem(error) });
      }
    });
    return this.queue;
  }

  private async connect(): Promise<void> {
    const host = await this.around.connect();
    const [checking, catalogue] = await Promise.all([import("./checking"), this.around.loadCatalogue()]);
    this.checking = checking;
    const kept = await host.recall();
    const settings = kept === null ? this.state.settings : settingsFromXml(kept);
    const workbook = await host.read();
    this.host = host;
    this.workbook = workbook;
    const used = settings ?? this.state.settings;
    this.dispatch({ type: "connected", catalogue, settings: used, workbook, recognised: checking.recogniseTables(workbook, catalogue.templates, choicesFor(workbook, used.choices)) });
    this.stopWatching = await host.watch(() => this.edited());
    if (settings === null) throw new HostError({ code: "bad-settings" });
  }

  private edited(): void {
    this.edits++;
    if ((this.state.checked || followingViews.has(this.state.view)) && this.state.settings.live) this.live.edited();
  }

  /** Reads the workbook without checking it. */
  private async lookAgain(): Promise<void> {
    const { edits } = this;
    const workbook = await this.connected().read();
    this.knownEdits = edits;
    this.workbook = workbook;
    const { catalogue, settings } = this.state;
    const { recogniseTables } = this.checking ?? missingHost();
    this.dispatch({ type: "read-again", workbook, recognised: recogniseTables(workbook, catalogue.templates, choicesFor(workbook, settings.choices)) });
  }

  /** Reads and checks; false where it was stopped meanwhile. A quiet one shows no progress. */
  private async readAndCheck(run: number, quiet: boolean): Promise<boolean> {
    const begun = this.around.now();
    const progressed = (progress: StageProgress): void => {
      if (!quiet) this.dispatch({ type: "progressed", progress });
    };
    progressed({ stage: "read", share: 0 });
    const { edits } = this;
    const workbook = await this.connected().read();
    const goesOn = (): boolean => run === this.run;
    if (!goesOn()) return false;
    progressed({ stage: "recognise", share: 0 });
    const checked = await paced(this.steps(workbook, false), { now: () => this.around.now(), painted: () => this.around.painted(), progressed, goesOn });
    if (!checked || !goesOn()) return false;
    this.workbook = workbook;
    this.knownEdits = edits;
    this.dispatch({ type: "checked", result: checked.result, milliseconds: this.around.now() - begun, quiet });
    return true;
  }

  private steps(workbook: Workbook, all: boolean): Generator<CheckProgress, CheckedWorkbook, void> {
    const { settings, catalogue } = this.state;
    const { checkInSteps, allChecks } = this.checking ?? missingHost();
    return checkInSteps(this.around.workbookName, workbook, { templates: catalogue.templates, rules: activeRules(catalogue.rules, settings) }, allChecks, { all, choices: choicesFor(workbook, settings.choices) });
  }

  /** A check that nobody pressed a button for: the list follows, the marks where asked for. */
  private async checkAgain(marks: boolean): Promise<void> {
    if (!this.state.checked) return this.lookAgain();
    if (!(await this.readAndCheck(++this.run, true))) return;
    if ((marks || this.state.settings.liveMarks) && this.state.marks !== "none") await this.mark(this.run);
    else this.dispatch({ type: "marks-outdated" });
  }

  /** The list follows an edit; while Excel is busy with the person, it waits. */
  private follow(): Promise<void> {
    return this.whenFree(() => this.checkAgain(false));
  }

  /** Does what nobody asked for just now; where Excel is busy with the person, it looks again a little later. */
  private async whenFree(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof HostError) || !passing.has(error.problem.code)) throw error;
      this.live.edited();
    }
  }

  private async mark(run: number): Promise<void> {
    const { checked } = this.state;
    if (!checked || run !== this.run) return;
    const edits: Edit[] = [{ type: "clear-marks" }, ...markEdits(checked.findings, this.ownSheets())];
    const { unmarkedSheets } = await this.connected().apply(edits);
    this.dispatch({ type: "marked", unmarked: unmarkedSheets });
  }

  private ownSheets(): ReadonlySet<string> {
    return new Set((this.workbook?.sheets ?? []).map(({ name }) => name));
  }

  private changeExceptions(change: (settings: Settings, findings: readonly Finding[]) => Settings, announcement: string): Promise<void> {
    return this.enqueue(async () => {
      await this.keep(change(this.state.settings, this.state.checked?.findings ?? []), announcement);
      if (this.state.marks !== "none") await this.mark(this.run);
    });
  }

  private async keep(settings: Settings, announcement: string): Promise<void> {
    await this.connected().remember(isDefault(settings) ? null : settingsToXml(settings));
    this.dispatch({ type: "settings-changed", settings, announcement });
  }
}

type Checking = typeof checkingPart;

/** Views that show figures of the workbook without a check. */
const followingViews: ReadonlySet<string> = new Set(["scoring", "self-evaluation"]);

/** What ends when the person goes on. */
const passing: ReadonlySet<string> = new Set(["cell-being-edited", "dialog-open", "busy"]);

function missingHost(): never {
  throw new HostError({ code: "no-excel" });
}
