/**
 * Excel on the web, as far as an add-in sees of it: runs in the page around its frame, holds the simulated Excel and
 * answers what the client posts. The messages are those that excel-web-16.00.js sends and reads.
 */
import type { FunctionCall } from "../../src/hosts/simulated";
import { SimulatedExcel } from "../../src/hosts/simulated";

/** What the page is told before the script comes. */
interface Given {
  /** The workbook as base64, and the pane's address. */
  readonly workbook: string;
  readonly pane: string;
}

interface Message {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: Readonly<Record<string, unknown>> | null;
}

declare global {
  var given: Given;
  var online: ExcelOnline;
}

const [REQUEST, RESPONSE] = [0, 1];
const [REGISTER, UNREGISTER] = [1, 2];
const [FOR_CALLING, FOR_EVENTING] = [0, 1];
const EXECUTE_RICH_API = 93;
const COMMAND_COMPLETED = 94;
/** Places in the array that carries a request. */
const [BODY, FLAGS] = [4, 6];
const EXCEL_ON_THE_WEB = 16;
/** The add-in has a shared runtime, and custom functions. */
const HOST_FLAGS = 1 | 2;
const HOST_INFO = `Excel$Web$16.00$zh-CN$hedui$telemetry$$${HOST_FLAGS}`;

export class ExcelOnline {
  readonly excel: SimulatedExcel;
  /** What the client asked for and nobody here knows. */
  readonly unknown: string[] = [];
  readonly frame: HTMLIFrameElement;
  private readonly registered = new Set<string>();
  private readonly pressed = new Map<string, (status: number) => void>();
  /** Commands that were pressed before the page listened: the page is started by them. */
  private waiting: string[] = [];
  private hasRun = false;
  private presses = 0;

  constructor({ workbook, pane }: Given) {
    this.excel = SimulatedExcel.open(Uint8Array.from(atob(workbook), (character) => character.charCodeAt(0)));
    this.excel.deliverEventsTo((events) =>
      this.tell("richApiMessage", { ArrayData: events.map((event) => [...event, 0, false]) }),
    );
    this.frame = document.createElement("iframe");
    this.frame.style.cssText = "display: none; width: 380px; height: 760px; border: 0";
    this.frame.name = JSON.stringify({
      baseFrameName: "hedui",
      hostInfo: HOST_INFO,
      xdmInfo: `conversation|hedui|${location.origin}`,
      serializerVersion: "1",
    });
    this.frame.src = `${pane}?_host_Info=${HOST_INFO}`;
    addEventListener("message", (event) => void this.hear(event));
    this.frame.addEventListener("load", () => {
      this.hasRun = true;
      this.deliverPresses();
    });
  }

  /** Starts the add-in, out of sight. */
  start(): void {
    document.body.append(this.frame);
  }

  /** A person presses a button of the ribbon; resolves with Office's status when the add-in says that it is done. */
  press(command: string): Promise<number> {
    if (!this.frame.isConnected) this.start();
    const id = `${command} ${++this.presses}`;
    return new Promise((resolve) => {
      this.pressed.set(id, resolve);
      this.waiting.push(id);
      this.deliverPresses();
    });
  }

  /** What a cell with the function shows. */
  workOut(id: string, call: FunctionCall): ReturnType<SimulatedExcel["workOut"]> {
    return this.excel.workOut(id, call);
  }

  /** As soon as the page listens and has run: what it associates later than that comes too late. */
  private deliverPresses(): void {
    if (!this.registered.has("appCommandInvoked") || !this.hasRun) return;
    for (const id of this.waiting.splice(0)) this.tell("appCommandInvoked", [id, id.split(" ")[0], "{}"]);
  }

  private async hear({ data, origin, source }: MessageEvent): Promise<void> {
    if (source !== this.frame.contentWindow || typeof data !== "string") return;
    const message = JSON.parse(data) as Message;
    if (message._messageType !== REQUEST) return;
    const answer = await this.answer(message);
    if (answer === undefined) return;
    this.post({ ...message, _messageType: RESPONSE, _responseType: FOR_CALLING, _errorCode: 0, _data: answer }, origin);
    if (message._actionType === REGISTER) this.deliverPresses();
  }

  private answer(message: Message): unknown {
    const { _actionName: action, _actionType: kind } = message;
    if (kind === REGISTER || kind === UNREGISTER) {
      if (kind === REGISTER) this.registered.add(action);
      else this.registered.delete(action);
      return { Error: 0 };
    }
    switch (action) {
      case "ContextActivationManager_getAppContextAsync":
        return context();
      case "ContextActivationManager_notifyHost":
        return undefined;
      case "executeMethod":
        return this.execute(message._data!);
      default:
        this.unknown.push(action);
        return undefined;
    }
  }

  private async execute(data: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { DispatchId: id } = data.DdaMethod as { DispatchId: number };
    if (id === EXECUTE_RICH_API) {
      const given = data.ArrayData as readonly unknown[];
      const body = String(given[BODY]);
      if (body.includes('"Name":"SetAppRuntimeState"'))
        this.frame.style.display = body.includes('"Visible"') ? "block" : "none";
      const answer = await this.excel.answer(body, Number(given[FLAGS]));
      return "body" in answer
        ? { Version: 1, Error: 0, Data: [200, [], answer.body] }
        : { Version: 1, Error: answer.office };
    }
    if (id === COMMAND_COMPLETED) {
      const [command, status] = [String(data[0]), Number(data[1])];
      this.pressed.get(command)?.(status);
      this.pressed.delete(command);
      return { Version: 1, Error: 0 };
    }
    this.unknown.push(`method ${id}`);
    return { Version: 1, Error: 5001 };
  }

  private tell(event: string, data: unknown): void {
    if (!this.registered.has(event)) return;
    this.post(
      {
        _messageType: RESPONSE,
        _responseType: FOR_EVENTING,
        _actionName: event,
        _conversationId: "conversation",
        _correlationId: -1,
        _errorCode: 0,
        _data: data,
      },
      new URL(this.frame.src).origin,
    );
  }

  private post(message: object, origin: string): void {
    this.frame.contentWindow!.postMessage(
      JSON.stringify({ ...message, _origin: location.origin, _serializerVersion: 1 }),
      origin,
    );
  }
}

/** What Excel on the web says of itself. It tells no theme (office-js #6134). */
function context(): object {
  return {
    _id: "hedui",
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: "16.0",
    _appMinorVersion: 0,
    _appUILocale: "zh-CN",
    _dataLocale: "zh-CN",
    _docUrl: "https://example.sharepoint.com/budget.xlsx",
    _clientMode: 2,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _correlationId: "hedui",
    _requirementMatrix: JSON.stringify({
      ExcelApi: "1.19",
      SharedRuntime: "1.2",
      CustomFunctionsRuntime: "1.4",
      RibbonApi: "1.2",
    }),
    _hostFullVersion: "16.0.20000.41000",
    _initialDisplayMode: 0,
  };
}

globalThis.online = new ExcelOnline(globalThis.given);
