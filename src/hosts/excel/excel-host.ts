import type { Edit, Workbook } from "../../engine/workbook";
import type { Applied, CellPlace, HostCapabilities, LiveHost, ReadPause, WorkbookChange, WriteRecord } from "../host";
import { hostRefuses } from "../host-problem";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets, runBatch } from "./client";
import { EventSwitch } from "./event-switch";
import { ExpectedContents } from "./expected";
import { WriteJournal, recordOf } from "./journal";
import { planWrite } from "./plan";
import { asHostError, asRefusal, clientError, isGone, isNameTaken } from "./problems";
import { CELLS_AT_ONCE, readWholeWorkbook } from "./read";
import { readSettingsPart, writeSettingsPart } from "./settings";
import { takeBackWrite } from "./undo";
import { watchWorkbook } from "./watch";
import type { WriteMemory } from "./write";
import { write } from "./write";

/** How often another name is tried for a sheet: each one that is taken without being listed is a chart. */
const MOST_NAMES_TRIED = 4;

/**
 * The open workbook of an Excel.
 * @param client Office's client: `Excel`, genuine in any case, perhaps over a simulated Excel
 * @param capabilities what that Excel can do
 * @param cellsAtOnce how many cells it is asked for at once
 */
export function createExcelHost(
  client: ExcelClient,
  capabilities: HostCapabilities,
  cellsAtOnce = CELLS_AT_ONCE,
): LiveHost {
  return new ExcelHost(client, capabilities, cellsAtOnce);
}

class ExcelHost implements LiveHost {
  /** Sheets as last listed; names in edits mean these. */
  private known: readonly ListedSheet[] | null = null;
  private readonly memory: WriteMemory = {
    expected: new ExpectedContents(),
    journal: new WriteJournal(),
    events: new EventSwitch(),
    takenNames: new Set(),
  };
  private readonly client: ExcelClient;

  constructor(
    client: ExcelClient,
    readonly capabilities: HostCapabilities,
    private readonly cellsAtOnce: number,
  ) {
    this.client = {
      run: (batch) =>
        client.run(async (context) => {
          await this.memory.events.turnOn(context);
          return batch(context);
        }),
    };
  }

  async read(): Promise<Workbook>;
  async read(pause?: ReadPause): Promise<Workbook | null>;
  async read(pause?: ReadPause): Promise<Workbook | null> {
    const reading = await readWholeWorkbook(this.client, { cellsAtOnce: this.cellsAtOnce, pause });
    if (reading === null) return null;
    this.known = reading.sheets;
    this.memory.expected.setReading(reading);
    return reading.workbook;
  }

  async apply(edits: readonly Edit[]): Promise<Applied> {
    try {
      return await this.applyWithFreeNames(edits);
    } catch (error) {
      // A sheet has gone, or a mark that was there when we looked: look again, once.
      if (!isGone(error)) throw asHostError(error);
    }
    this.known = await runBatch(this.client, (context) => listSheets(context));
    try {
      return await this.applyWithFreeNames(edits);
    } catch (error) {
      // Every sheet has just been seen: whatever is missing, it is none of them.
      throw isGone(error) ? asRefusal(error) : asHostError(error);
    }
  }

  async reveal({ sheet: name, address }: CellPlace): Promise<void> {
    const sheet = await this.sheetNamed(name);
    try {
      await this.client.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet.id);
        if (sheet.hidden) {
          worksheet.load("visibility");
          await context.sync();
          if (worksheet.visibility === "VeryHidden") hostRefuses({ code: "sheet-hidden", sheet: name, forGood: true });
          if (worksheet.visibility !== "Visible") hostRefuses({ code: "sheet-hidden", sheet: name });
        }
        worksheet.activate();
        const range = worksheet.getRange(address);
        range.select();
        range.untrack();
        await context.sync();
      });
    } catch (error) {
      if (clientError(error)?.code === "InvalidArgument")
        hostRefuses({ code: "bad-address", sheet: name, address }, error);
      throw asHostError(error, name);
    }
  }

  watch(
    changed: (change: WorkbookChange) => void,
    selected?: (place: CellPlace) => void,
  ): Promise<() => Promise<void>> {
    return watchWorkbook(this.client, () => this.known ?? [], { changed, selected });
  }

  name(): Promise<string> {
    return runBatch(this.client, async (context) => {
      context.workbook.load("name");
      await context.sync();
      return context.workbook.name;
    });
  }

  recall(): Promise<string | null> {
    return runBatch(this.client, readSettingsPart);
  }

  remember(settings: string | null): Promise<void> {
    return runBatch(this.client, (context) => writeSettingsPart(context, settings));
  }

  undoable(): WriteRecord | null {
    const latest = this.memory.journal.latest();
    return latest && recordOf(latest);
  }

  async undo(): Promise<WriteRecord> {
    const { journal, expected, events } = this.memory;
    const latest = journal.latest() ?? hostRefuses({ code: "nothing-to-undo" });
    await runBatch(this.client, async (context) => {
      try {
        await takeBackWrite(context, latest, events);
      } finally {
        await events.turnOn(context);
      }
    });
    journal.dropLatest();
    for (const { sheet, address, before } of latest.cells) expected.setCell(sheet.id, address, before);
    return recordOf(latest);
  }

  private async applyWithFreeNames(edits: readonly Edit[]): Promise<Applied> {
    for (let attempts = 1; ; attempts++) {
      try {
        return await this.applyOnce(edits);
      } catch (error) {
        // The names that were tried have been noted, so that the next ones are others.
        if (!isNameTaken(error) || attempts === MOST_NAMES_TRIED) throw error;
      }
    }
  }

  private async applyOnce(edits: readonly Edit[]): Promise<Applied> {
    const known = this.known ?? (this.known = await runBatch(this.client, (context) => listSheets(context)));
    const plan = planWrite(edits, known);
    return this.client.run(async (context) => {
      try {
        return await write(context, plan, known, this.memory);
      } finally {
        await this.memory.events.turnOn(context);
      }
    });
  }

  private async sheetNamed(name: string): Promise<ListedSheet> {
    const find = (): ListedSheet | undefined =>
      this.known?.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    const known = find();
    if (known) return known;
    this.known = await runBatch(this.client, (context) => listSheets(context));
    return find() ?? hostRefuses({ code: "sheet-gone", sheet: name });
  }
}
