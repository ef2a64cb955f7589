import type { Finding, Suspect } from "../../engine/diagnostics";
import { countProblems, isExplained } from "../../engine/report";
import type { Settings } from "../../engine/settings";
import type { Steps } from "../../engine/steps";
import { acceptFinding, withdrawAcceptance } from "../../engine/settings";
import type { Table } from "../../engine/tables";
import type { AuthoredSheet, Edit, Workbook } from "../../engine/workbook";
import type { CellPlace, HostCapabilities, WriteRecord } from "../../hosts/host";
import { HostError } from "../../hosts/host-problem";
import type { BesideRole } from "../state/beside";
import { slipsIn } from "../state/exercise";
import type { SlipState } from "../state/exercise";
import type { ListedFinding } from "../state/finding-list";
import { reduce } from "../state/reducer";
import type { PaneAction } from "../state/reducer";
import type { PaneState } from "../state/state";
import { initialState } from "../state/state";
import type { Store } from "../state/store";
import { createStore } from "../state/store";
import type { CellBefore } from "./cell-before";
import { cellBefore } from "./cell-before";
import { Comparing } from "./comparing";
import type { FileBatch } from "./file-batch";
import { FindingWalk } from "./finding-walk";
import { LiveEdits } from "./live-edits";
import { OpenWorkbook } from "./open-workbook";
import type { PickedFile } from "./picked-file";
import { shownProblem } from "./problem";
import type { Surroundings } from "./surroundings";
import { TaskQueue } from "./task-queue";
import { writeParts } from "./writing";

/**
 * Everything that a person can ask of the pane. One thing is done after the other; what fails becomes a shown problem.
 */
export class Session {
  readonly store: Store<PaneState, PaneAction> = createStore(reduce, initialState);
  private readonly tasks = new TaskQueue((error) =>
    this.dispatch({ type: "problem-met", problem: shownProblem(error) }),
  );
  private readonly live = new LiveEdits(() => void this.tasks.add(() => this.follow()));
  private readonly open: OpenWorkbook;
  private readonly comparing: Comparing;
  private readonly walk = new FindingWalk(this.store);
  /** For each write of ours that can be taken back, of how many of the host it is made. */
  private readonly together: number[] = [];
  private writingStopped = false;

  constructor(private readonly around: Surroundings) {
    this.open = new OpenWorkbook(
      around,
      this.store,
      () => this.edited(),
      (place) => this.walk.follow(place),
    );
    this.comparing = new Comparing(around, this.store, this.open);
  }

  /** Connects to the workbook and looks what is in it, without checking. */
  start(): Promise<void> {
    return this.tasks.add(async () => void (await this.open.connect()));
  }

  /** 一键核对. */
  check(): Promise<void> {
    return this.tasks.add(() => this.open.check());
  }

  /** Ends the session: edits are no longer followed. */
  async close(): Promise<void> {
    this.open.stop();
    this.live.close();
    await this.tasks.idle();
    await this.open.leave();
  }

  /** Ends a check that is going on; the list stays as it was. */
  stop(): void {
    this.open.stop();
    this.dispatch({ type: "stopped" });
  }

  /** Tries again what failed last. */
  retry(): Promise<void> {
    this.dispatch({ type: "problem-closed" });
    return this.tasks.retry();
  }

  /** Goes to the next finding of the list (1) or the one before (-1), opens it and shows its cell. */
  step(direction: 1 | -1): Promise<void> {
    const place = this.walk.step(direction);
    return place === null ? Promise.resolve() : this.reveal(place);
  }

  /** Puts the focus on the finding after these: they are about to leave the list. */
  leave(rows: readonly ListedFinding[]): void {
    this.walk.leave(rows);
  }

  /** Goes to the finding of a cell in the list of all, and opens it. */
  showFindingOf(place: CellPlace): void {
    this.walk.show(place);
  }

  reveal(place: CellPlace): Promise<void> {
    return this.tasks.add(() => this.open.host.reveal({ sheet: place.sheet, address: place.address }));
  }

  /** Writes the value that repairs a suspected cell, then checks again. */
  adopt(suspect: Suspect): Promise<void> {
    return this.tasks.add(async () => {
      const { sheet, address, proposed, text } = suspect;
      if (proposed === null) return;
      const { host } = this.open;
      const before = countProblems(this.state.checked?.findings ?? []);
      await host.apply([{ type: "set-value", sheet, address, value: text ?? Number(proposed) }]);
      this.written(host.undoable(), `${sheet} ${address} 已改`);
      await this.open.checkAgain(true);
      const after = countProblems(this.state.checked?.findings ?? []);
      this.dispatch({ type: "settled", checks: before.checks - after.checks });
    });
  }

  /** Takes our latest write back, then checks again. */
  undo(): Promise<void> {
    return this.tasks.add(async () => {
      const { host } = this.open;
      const { addedSheets, cells } = await host.undo();
      for (let parts = this.together.at(-1) ?? 1; parts > 1; parts--) {
        await host.undo();
        this.together.splice(-1, 1, parts - 1);
      }
      this.together.pop();
      this.dispatch({
        type: "taken-back",
        announcement: addedSheets.length > 0 ? "已撤销，工作表已删除" : "已撤销，数字已改回",
      });
      await this.open.checkAgain(true);
      // What the repair had settled is in the list again.
      if (cells[0]) this.walk.follow(cells[0]);
    });
  }

  /**
   * Writes what the person asked for and looks again; of sheets that were made the first is shown. Several parts show
   * how far they are, can be stopped, and are taken back together.
   */
  write(parts: readonly (readonly Edit[])[], announcement: string): Promise<void> {
    return this.tasks.add(async () => {
      this.writingStopped = false;
      const shown = (done: number): void => this.dispatch({ type: "writing", writing: { done, all: parts.length } });
      if (parts.length > 1) shown(0);
      const { record, parts: together } = await writeParts(this.open.host, parts, async (done) => {
        if (parts.length > 1) shown(done);
        await this.around.painted();
        return !this.writingStopped;
      });
      this.dispatch({ type: "writing", writing: null });
      this.written(record, record ? announcement : "已停止，工作簿没有变化", together);
      const made = record?.addedSheets[0];
      if (made !== undefined) await this.open.host.reveal({ sheet: made, address: "A1" });
      await this.open.checkAgain(true);
    });
  }

  /** Writes what follows from an edit, without announcing it; while Excel is busy with the person, it waits. */
  fillAlong(edits: readonly Edit[]): Promise<void> {
    return this.tasks.add(async () => {
      await this.whenFree(async () => {
        const { host } = this.open;
        await host.apply(edits);
        this.written(host.undoable(), this.state.announcement);
        await this.open.checkAgain(false, "quiet");
      });
    });
  }

  stopWriting(): void {
    this.writingStopped = true;
  }

  /**
   * Reads again where somebody has edited since, after all that was asked for before. Whether the workbook is known as
   * it then stands.
   */
  async refresh(): Promise<boolean> {
    let known = false;
    await this.tasks.add(async () => {
      if (this.open.outdated) await this.open.lookAgain();
      known = !this.open.outdated;
    });
    return known;
  }

  /** Reads a workbook beside the open one, with what is recognised in it; null where it cannot be read. */
  readBeside(bytes: Uint8Array): Promise<{ workbook: Workbook; tables: readonly Table[] } | null> {
    return this.comparing.read(bytes);
  }

  /** 对照: lays documents beside the workbook. */
  compareWith(files: readonly PickedFile[]): Promise<void> {
    return this.tasks.add(() => this.comparing.add(files));
  }

  /** Leaves off reading documents beside the workbook. */
  stopComparing(): void {
    this.comparing.stop();
  }

  /** What was said of files that could not be taken has been read. */
  closeRefused(): void {
    this.dispatch({ type: "beside-changed", change: { refused: [] }, announcement: null });
  }

  /** Says what a document beside the workbook is to it; null takes it away. */
  changeDocument(id: number, role: BesideRole | null): Promise<void> {
    return this.tasks.add(() => this.comparing.change(id, role));
  }

  /** Checks several workbooks one after the other, and shows what there is to do in each. */
  checkFiles(files: readonly PickedFile[]): void {
    this.dispatch({ type: "view-chosen", view: "files" });
    void this.around.batch.check(files, this.around);
  }

  get batch(): FileBatch {
    return this.around.batch;
  }

  /** Hands a copy of the workbook to the person; null where the application saves by itself. */
  get saveCopy(): (() => void) | null {
    return this.around.saveCopy?.bind(this.around) ?? null;
  }

  /** Opens a workbook in place of the present one; null where the page cannot. */
  get openWorkbook(): ((file: PickedFile) => void) | null {
    return this.around.openWorkbook?.bind(this.around) ?? null;
  }

  /** 已说明: accepts findings for a reason. */
  explain(findings: readonly Finding[], reason: string): Promise<void> {
    const today = this.around.today();
    return this.changeExceptions(
      (settings, all) => findings.reduce((kept, finding) => acceptFinding(kept, all, finding, reason, today), settings),
      findings.length === 1 ? "已说明，移到“已说明”一组" : `${findings.length} 处已说明，移到“已说明”一组`,
    );
  }

  withdraw(findings: readonly Finding[]): Promise<void> {
    return this.changeExceptions(
      (settings, all) => findings.reduce((kept, finding) => withdrawAcceptance(kept, all, finding), settings),
      "已取消说明",
    );
  }

  /** Keeps changed settings; those that bear on what is checked are followed by a check. */
  changeSettings(
    change: (settings: Settings, today: string) => Settings,
    recheck: boolean,
    announcement = "设置已保存",
  ): Promise<void> {
    return this.tasks.add(async () => {
      await this.open.keep(change(this.state.settings, this.around.today()), announcement);
      if (recheck) await this.open.checkAgain(this.state.marks !== "none");
    });
  }

  clearMarks(): Promise<void> {
    return this.tasks.add(async () => {
      if (!this.open.connected && !(await this.open.connect())) return;
      const { unmarkedSheets, unreadableSheets } = await this.open.host.apply([{ type: "clear-marks" }]);
      this.dispatch({ type: "marks-cleared", unmarked: unmarkedSheets, unreadable: unreadableSheets });
    });
  }

  refreshMarks(): Promise<void> {
    return this.tasks.add(() => this.open.mark());
  }

  /** Adds the sheet 核对结果. */
  makeResultSheet(): Promise<void> {
    return this.tasks.add(async () => {
      const sheet = this.report();
      if (!sheet) return;
      const { host } = this.open;
      const { addedSheets } = await host.apply([{ type: "add-sheet", sheet }]);
      this.written(host.undoable(), `已生成工作表“${addedSheets[0] ?? sheet.name}”`);
    });
  }

  /** The sheet 核对结果 as data; null before a check. */
  report(): AuthoredSheet | null {
    const { checked, settings, catalogue } = this.state;
    if (!checked) return null;
    const { resultSheet, withExplained } = this.open.checking;
    const sources = new Map(catalogue.rules.map(({ id, source }) => [id, source]));
    const open = checked.findings.filter((finding) => !isExplained(finding));
    const head = { file: this.state.name, date: this.around.today(), checker: settings.person };
    const sheet = resultSheet({ ...checked.result, findings: open }, head, sources, this.open.sheetNames());
    return settings.listExplained ? withExplained(sheet, checked.findings, settings) : sheet;
  }

  /** Whether the page prints the report itself; in Excel one prints the sheet. */
  get printsItself(): boolean {
    return this.around.print !== undefined;
  }

  /** Prints the report, not the page. */
  printReport(): void {
    const sheet = this.report();
    if (sheet) this.around.print?.(sheet);
  }

  /** What agrees, for those who want to see it: worked out only when asked for. */
  passing(): Steps<readonly Finding[]> {
    return this.open.passing();
  }

  /** There is a workbook to try things on. */
  get hasExercise(): boolean {
    return this.around.exercise !== undefined;
  }

  /** Opens the practice workbook beside the open one, or in its place, as the application does it. */
  openExercise(): Promise<void> {
    return this.tasks.add(async () => this.around.exercise?.open());
  }

  /** What is planted in the open workbook, where it is the one for practice; null elsewhere. */
  slips(): readonly SlipState[] | null {
    const { workbook } = this.state;
    return workbook && this.around.exercise ? slipsIn(workbook, this.around.exercise) : null;
  }

  /** What stands in a cell before it is changed. */
  contentsOf({ cell }: Pick<Suspect, "cell">): CellBefore {
    return this.open.latest ? cellBefore(this.open.latest, cell) : { before: "", formula: null };
  }

  /** Whether the list follows edits: never unasked where Excel forgets what the person could take back. */
  followsEdits(): boolean {
    return this.state.settings.live && (this.state.liveAsked || (this.capabilities()?.keepsUndoSteps ?? true));
  }

  /** What the host can do; null until it answers. */
  capabilities(): HostCapabilities | null {
    return this.open.connected ? this.open.host.capabilities : null;
  }

  /** Notes a write that is made of so many of the host. */
  private written(record: WriteRecord | null, announcement: string, parts = 1): void {
    if (record !== null) this.together.push(parts);
    this.dispatch({ type: "written", record, announcement });
  }

  private get state(): PaneState {
    return this.store.getState();
  }

  private dispatch(action: PaneAction): void {
    this.store.dispatch(action);
  }

  private edited(): void {
    if ((this.state.checked || followingViews.has(this.state.view)) && this.followsEdits()) this.live.edited();
  }

  /** The list follows an edit. */
  private follow(): Promise<void> {
    return this.whenFree(() => this.open.checkAgain(false, "quiet"));
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

  private changeExceptions(
    change: (settings: Settings, findings: readonly Finding[]) => Settings,
    announcement: string,
  ): Promise<void> {
    return this.tasks.add(async () => {
      await this.open.keep(change(this.state.settings, this.state.checked?.findings ?? []), announcement);
      if (this.state.marks !== "none") await this.open.mark();
    });
  }
}

/** Views that show figures of the workbook without a check. */
const followingViews: ReadonlySet<string> = new Set(["scoring", "self-evaluation"]);

/** What ends when the person goes on. */
const passing: ReadonlySet<string> = new Set(["cell-being-edited", "dialog-open", "busy"]);
