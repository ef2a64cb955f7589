import type { Steps } from "../../engine/steps";
import { finish } from "../../engine/steps";
import type { Area } from "../../engine/workbook";
import { areaA1, parseA1, parseArea } from "../../engine/workbook";
import { FaultPlan, OfficeError } from "./faults";
import type { FunctionCall } from "./function-call";
import { marshalled } from "./function-call";
import type { Loaded } from "./load/load";
import { loadInSteps } from "./load/load";
import { saveInSteps } from "./load/save";
import type { ClientState, FunctionAnswer } from "./members/state";
import { shownAddress } from "./members/state";
import { services, workbookObject } from "./members/workbook";
import type { SimulatedSheet } from "./model/sheet";
import type { Author, SimulatedEvent, SimulatedWorkbook } from "./model/workbook";
import { PERSON } from "./model/workbook";
import type { Session } from "./protocol/execute";
import { executeRequest } from "./protocol/execute";
import type { RequestBody } from "./protocol/messages";
import { WRITES } from "./protocol/messages";

/** The answer to one request: a response's body, or the number of the error with which Office refuses it. */
export type Answer = { readonly body: string } | { readonly office: number };

/** One event as Office hands it to its client: category, type, target, arguments as JSON. */
export type EventMessage = readonly [category: number, type: number, target: string, json: string];

export interface SimulationSettings {
  /** Milliseconds that every round trip takes. */
  latency?: number;
  /** Bytes that a request or a response may have, as in Excel on the web; without limit where absent. */
  requestLimit?: number;
  responseLimit?: number;
  /** The ExcelApi set that it has: 1.14 is Excel LTSC 2021; 1.19, where absent, forgets no step of the person's. */
  apiSet?: "1.14" | "1.19";
}

const FUNCTION_CATEGORY = 1;
const FUNCTION_CALL = 1000;
const ACTION_CATEGORY = 2;
const ACTION_DISPATCH = 1000;
const EVENT_CATEGORY = 65_536;
const EVENT_TYPES = { changed: 10, added: 13, selected: 14, deleted: 15 } as const;
const WHOLE_WORKBOOK = "Workbook";

/**
 * An Excel without Excel: it answers the requests of Office's genuine client over a workbook in memory, loaded from and
 * saved to .xlsx. Only the client is genuine; used ranges, merged areas and number formats are our model of Excel,
 * after its documentation.
 */
export class SimulatedExcel {
  readonly faults = new FaultPlan();
  readonly settings: SimulationSettings;
  /** Round trips so far, those that failed among them. */
  roundTrips = 0;
  /** Somebody is typing in a cell: every request is refused. */
  cellBeingEdited = false;
  /** A dialogue is open: writes are refused. */
  dialogOpen = false;
  /**
   * Steps that the person can take back with Ctrl+Z. Before ExcelApi 1.19 every call of an add-in empties the list
   * (office-js #3788, #6170, #2802).
   */
  undoSteps = 0;
  private nextCall = 1;
  private readonly state: ClientState;
  private readonly session: Session;
  private eventSink: ((events: readonly EventMessage[]) => void) | null = null;
  /** What has happened in the request that is being answered: told when it has been done. */
  private happened: SimulatedEvent[] | null = null;

  private constructor(
    private readonly loaded: Loaded,
    settings: SimulationSettings,
  ) {
    this.settings = settings;
    this.state = {
      workbook: loaded.workbook,
      enableEvents: true,
      registered: new Set(),
      hasPrinter: true,
      recalculated: [],
      calls: new Map(),
    };
    this.session = {
      root: workbookObject(this.state),
      services: services(this.state),
      references: new Map(),
      nextReference: 1,
      unknownMembers: [],
      askedMembers: new Set(),
    };
    loaded.workbook.listen((event) => this.announce(event));
  }

  /**
   * Opens a workbook file.
   * @throws WorkbookFileError
   */
  static open(bytes: Uint8Array, settings: SimulationSettings = {}): SimulatedExcel {
    return finish(SimulatedExcel.openInSteps(bytes, settings));
  }

  /** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError */
  static *openInSteps(bytes: Uint8Array, settings: SimulationSettings = {}): Steps<SimulatedExcel> {
    // A copy: the file is kept for saving, whatever the caller does with the bytes.
    return new SimulatedExcel(yield* loadInSteps(new Uint8Array(bytes)), settings);
  }

  /** The workbook, for the page that shows it. */
  get workbook(): SimulatedWorkbook {
    return this.loaded.workbook;
  }

  /**
   * Members of the API that a client asked for and that are missing here: a test run in which there are any has failed.
   */
  get unknownMembers(): readonly string[] {
    return this.session.unknownMembers;
  }

  /** Members of the API that a client has asked for, as "Range.values". */
  get askedMembers(): ReadonlySet<string> {
    return this.session.askedMembers;
  }

  /** Without a printer Excel refuses to lay out a page. */
  set hasPrinter(has: boolean) {
    this.state.hasPrinter = has;
  }

  /** What the client has had calculated anew: sheets by name, or "every open workbook". */
  get recalculated(): readonly string[] {
    return this.state.recalculated;
  }

  /** Ranges that the client has not released. */
  get keptReferences(): number {
    return this.session.references.size;
  }

  /** The workbook as a file: the original one, patched. */
  save(): Uint8Array {
    return finish(this.saveInSteps());
  }

  /** The same in steps: as the workbook is at the first one, whatever is done to it meanwhile. */
  saveInSteps(): Steps<Uint8Array> {
    return saveInSteps(this.loaded);
  }

  sheet(name: string): SimulatedSheet {
    const sheet = this.workbook.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** A person, or a co-author, types into a cell. */
  type(sheet: string, address: string, typed: string | number, author: Author = PERSON): void {
    const place = parseA1(address);
    if (!place) throw new Error(`no address ${address}`);
    const area: Area = { top: place.row, bottom: place.row, left: place.column, right: place.column };
    this.workbook.type(this.sheet(sheet), area, () => typed, author);
    this.undoSteps++;
  }

  /** A person inserts rows above a row (from 1), or, where `count` is negative, deletes that many. */
  shiftRows(sheet: string, row: number, count: number, author: Author = PERSON): void {
    this.workbook.shiftRows(this.sheet(sheet), row - 1, count, author);
    this.undoSteps++;
  }

  /** A person takes the deleting of conditional formats back by Ctrl+Z: they show, and cannot be read any more. */
  bringBackDeletedFormats(sheet: string): void {
    const { conditionalFormats, deletedFormats } = this.sheet(sheet);
    conditionalFormats.push(...deletedFormats.splice(0).map((format) => ({ ...format, unreadable: true })));
  }

  /** A person selects cells. */
  select(sheet: string, address: string): void {
    const area = parseArea(address);
    if (!area) throw new Error(`no address ${address}`);
    this.workbook.select(this.sheet(sheet), area);
  }

  /** A person presses a ribbon button whose action has that id (`Office.actions.associate`). */
  press(action: string): void {
    this.eventSink?.([[ACTION_CATEGORY, ACTION_DISPATCH, "", JSON.stringify([action, "{}"])]]);
  }

  /**
   * Has the page work out a custom function, through the protocol: what a cell shows that holds it.
   * @param id as functions.json gives it, with the namespace of the manifest or without
   */
  workOut(id: string, call: FunctionCall): Promise<FunctionAnswer> {
    const { values, addresses } = marshalled(this, call);
    const number = this.nextCall++;
    return new Promise((resolve) => {
      this.state.calls.set(number, resolve);
      const message = JSON.stringify([number, id, values, "", 0, addresses]);
      this.eventSink?.([[FUNCTION_CATEGORY, FUNCTION_CALL, "", message]]);
    });
  }

  /** Where events for the client go. */
  deliverEventsTo(sink: ((events: readonly EventMessage[]) => void) | null): void {
    this.eventSink = sink;
  }

  /** Answers one request of the client, after the latency that is set. */
  async answer(body: string, flags: number): Promise<Answer> {
    this.roundTrips++;
    await new Promise((resolve) => setTimeout(resolve, this.settings.latency ?? 0));
    const fault = this.faults.take();
    if (fault && "office" in fault) return { office: fault.office };
    if (this.cellBeingEdited) return { office: OfficeError.CellEdit };
    if (this.dialogOpen && (flags & WRITES) !== 0) return { office: OfficeError.ModalDialog };
    if (body.length > (this.settings.requestLimit ?? Infinity)) return { office: OfficeError.RequestTooLarge };
    const request = JSON.parse(body) as RequestBody;
    if (request.Actions.length > 0 && this.settings.apiSet === "1.14") this.undoSteps = 0;
    this.happened = [];
    const response = JSON.stringify(
      executeRequest(this.session, request, fault ? { action: fault.at(request), code: fault.refuse } : undefined),
    );
    this.workbook.calculate();
    const { happened } = this;
    this.happened = null;
    happened.forEach((event) => this.announce(event));
    return response.length > (this.settings.responseLimit ?? Infinity)
      ? { office: OfficeError.ResponseTooLarge }
      : { body: response };
  }

  private announce(event: SimulatedEvent): void {
    if (this.happened) return void this.happened.push(event);
    const message = this.messageOf(event);
    const { eventSink } = this;
    if (message.length > 0 && eventSink) setTimeout(() => eventSink(message), 0);
  }

  private messageOf(event: SimulatedEvent): EventMessage[] {
    const { registered, enableEvents } = this.state;
    // The switch silences every event of the add-in, whoever causes it, as it stands when a request has been done.
    if (event.type === "repainted" || !enableEvents) return [];
    if (event.type === "selected") {
      const json = JSON.stringify({ address: areaA1(event.area), worksheetId: event.sheet.id });
      return registered.has("selected") ? [[EVENT_CATEGORY, EVENT_TYPES.selected, WHOLE_WORKBOOK, json]] : [];
    }
    const source = event.remote ? "Remote" : "Local";
    const worksheetId = event.sheet.id;
    if (event.type !== "changed") {
      const kind = event.type === "sheet-added" ? "added" : "deleted";
      return registered.has(kind)
        ? [[EVENT_CATEGORY, EVENT_TYPES[kind], WHOLE_WORKBOOK, JSON.stringify({ source, worksheetId })]]
        : [];
    }
    const { change = "RangeEdited" } = event;
    const json = JSON.stringify({ address: shownAddress(event.area), changeType: change, source, worksheetId });
    const messages: EventMessage[] = [];
    if (registered.has("changed")) messages.push([EVENT_CATEGORY, EVENT_TYPES.changed, WHOLE_WORKBOOK, json]);
    if (registered.has(`changed ${worksheetId}`))
      messages.push([EVENT_CATEGORY, EVENT_TYPES.changed, worksheetId, json]);
    return messages;
  }
}
