import type { Edit, Workbook } from "../../engine/workbook";
import type { Applied, CellPlace, HostCapabilities, LiveHost, WorkbookChange, WriteRecord } from "../host";
import { hostRefuses } from "../host-problem";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets, runBatch } from "./client";
import { ExpectedContents } from "./expected";
import { WriteJournal, recordOf } from "./journal";
import { planWrite } from "./plan";
import { asHostError, clientError, isGone } from "./problems";
import { readWholeWorkbook } from "./read";
import { readSettingsPart, writeSettingsPart } from "./settings";
import { takeBackWrite } from "./undo";
import { watchChanges } from "./watch";
import { write } from "./write";

const EXCEL: HostCapabilities = { application: "Excel", savesItself: true };

/**
 * The open workbook of an Excel.
 * @param client Office's client: `Excel`, genuine in any case, perhaps over a simulated Excel
 */
export function createExcelHost(client: ExcelClient, capabilities: HostCapabilities = EXCEL): LiveHost {
  return new ExcelHost(client, capabilities);
}

class ExcelHost implements LiveHost {
  /** Sheets as last listed; names in edits mean these. */
  private known: readonly ListedSheet[] | null = null;
  private readonly expected = new ExpectedContents();
  private readonly journal = new WriteJournal();

  constructor(
    private readonly client: ExcelClient,
    readonly capabilities: HostCapabilities,
  ) {}

  async read(): Promise<Workbook> {
    const reading = await readWholeWorkbook(this.client);
    this.known = reading.sheets;
    this.expected.setReading(reading);
    return reading.workbook;
  }

  async apply(edits: readonly Edit[]): Promise<Applied> {
    try {
      return await this.applyOnce(edits);
    } catch (error) {
      // A sheet has gone, or a mark that was there when we looked: look again, once.
      if (!isGone(error)) throw asHostError(error);
    }
    this.known = await runBatch(this.client, (context) => listSheets(context));
    try {
      return await this.applyOnce(edits);
    } catch (error) {
      throw asHostError(error);
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

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return watchChanges(this.client, () => this.known ?? [], listener);
  }

  recall(): Promise<string | null> {
    return runBatch(this.client, readSettingsPart);
  }

  remember(settings: string | null): Promise<void> {
    return runBatch(this.client, (context) => writeSettingsPart(context, settings));
  }

  undoable(): WriteRecord | null {
    const latest = this.journal.latest();
    return latest && recordOf(latest);
  }

  async undo(): Promise<WriteRecord> {
    const latest = this.journal.latest() ?? hostRefuses({ code: "nothing-to-undo" });
    await runBatch(this.client, (context) => takeBackWrite(context, latest));
    this.journal.dropLatest();
    for (const { sheet, address, before } of latest.cells) this.expected.setCell(sheet.id, address, before);
    return recordOf(latest);
  }

  private async applyOnce(edits: readonly Edit[]): Promise<Applied> {
    const known = this.known ?? (this.known = await runBatch(this.client, (context) => listSheets(context)));
    const plan = planWrite(edits, known);
    return this.client.run((context) =>
      write(context, plan, known, { expected: this.expected, journal: this.journal }),
    );
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
