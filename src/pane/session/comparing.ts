import type { Table } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { BesideDocument, BesideRole, BesideState } from "../state/beside";
import type { PaneAction } from "../state/reducer";
import type { PaneState } from "../state/state";
import type { Store } from "../state/store";
import { roleWords } from "../words";
import type { OpenWorkbook } from "./open-workbook";
import { paced } from "./paced";
import type { Pace } from "./paced";
import type { PickedFile } from "./picked-file";
import type { Surroundings } from "./surroundings";

/** 对照: the documents that lie beside the workbook, as long as the pane is open; a check that was made follows. */
export class Comparing {
  /** Counts readings that were begun or stopped: one that is not the latest is left. */
  private run = 0;

  constructor(
    private readonly around: Surroundings,
    private readonly store: Store<PaneState, PaneAction>,
    private readonly open: OpenWorkbook,
  ) {}

  /** Reads a workbook beside the open one, with what is recognised in it; null where it cannot be read. */
  async read(bytes: Uint8Array): Promise<{ workbook: Workbook; tables: readonly Table[] } | null> {
    try {
      const pace = this.pace(++this.run, () => undefined);
      const opened = await paced(await this.around.openFile(bytes), pace);
      if (!opened) return null;
      const { workbook } = opened.result;
      const recognised = await paced(this.open.recognising(workbook), pace);
      return recognised && { workbook, tables: recognised.result.tables };
    } catch {
      return null;
    }
  }

  /** Lays documents beside the workbook. */
  async add(files: readonly PickedFile[]): Promise<void> {
    if (!this.open.connected && !(await this.open.connect())) return;
    const { readBesideFile } = await import("./beside");
    const refused: string[] = [];
    const taken: BesideDocument[] = [];
    const run = ++this.run;
    for (const file of files) {
      const progressed = (share: number): void => this.changed({ reading: { name: file.name, share }, refused });
      progressed(0);
      await this.around.painted();
      const there = [...this.documents, ...taken];
      const own = this.store.getState().recognised ?? { tables: [], unrecognised: [] };
      const recognising = (workbook: Workbook) => this.open.recognising(workbook);
      const pace = this.pace(run, progressed);
      const read = await readBesideFile(file, { around: this.around, pace, recognising, own, there });
      if (read === null) break;
      if ("document" in read) taken.push(read.document);
      else refused.push(read.refused);
    }
    const named = taken.map(({ name, document }) => `${name}（${roleWords[document]}）`);
    const words = [...(named.length > 0 ? [`已加入对照：${named.join("、")}`] : []), ...refused];
    await this.compareAnew([...this.documents, ...taken], refused, words.join("。"));
  }

  /** Leaves off reading; what was read is taken. */
  stop(): void {
    this.run++;
  }

  /** Says what a document beside the workbook is to it; null takes it away. */
  async change(id: number, role: BesideRole | null): Promise<void> {
    const changed = this.documents.find((document) => document.id === id);
    if (!changed) return;
    const rest =
      role === null
        ? this.documents.filter((document) => document !== changed)
        : this.documents.map((document) => (document === changed ? { ...changed, document: role } : document));
    const words =
      role === null || role === "other" ? `不再与${changed.name}对照` : `${changed.name}已作为${roleWords[role]}对照`;
    await this.compareAnew(rest, [], words);
  }

  private get documents(): readonly BesideDocument[] {
    return this.store.getState().beside.documents;
  }

  private pace(run: number, progressed: (share: number) => void): Pace<number> {
    return {
      now: () => this.around.now(),
      painted: () => this.around.painted(),
      progressed,
      goesOn: () => run === this.run,
    };
  }

  private changed(change: Partial<BesideState>, announcement: string | null = null): void {
    this.store.dispatch({ type: "beside-changed", change, announcement });
  }

  private async compareAnew(
    documents: readonly BesideDocument[],
    refused: readonly string[],
    announcement: string,
  ): Promise<void> {
    this.changed({ documents, refused, reading: null }, announcement);
    if (this.store.getState().checked) await this.open.checkAgain(true);
  }
}
