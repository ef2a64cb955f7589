import type { EventMessage, SimulatedExcel } from "../simulated-excel";

/** Numbers by which office.js names what it wants of the host. */
const EXECUTE_RICH_API = 93;
const EXCEL_APPLICATION = 1;
const INTERNAL_ERROR = 5001;
const RICH_API_EVENT = 33;

/** Places in the array that carries a request. */
const BODY = 4;
const FLAGS = 6;

/** "host|platform|file version|locale|correlation|…": with this office.js loads excel-win32-16.01.js. */
const HOST_INFO = "Excel|Win32|16.01|zh-CN|hedui|telemetry|disableLogging|0";

/** What office.js keeps of the last host in the page's session; a stale one would be taken for the present one. */
const KEPT_BY_OFFICE = "hostInfoValue";

/** How the simulated Excel presents itself to the page. */
export interface PageSettings {
  /** Colours of the theme as #RRGGBB; light where absent. */
  readonly theme?: { readonly background: string; readonly foreground: string };
  /** The highest ExcelApi set; 1.15 is what this client knows. */
  readonly apiSet?: string;
}

/** An array as COM hands it over. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type EventHandler = (eventId: number, payload: SafeArray) => void;

const safeArray = (values: unknown[]): SafeArray => ({ toArray: () => values, dimensions: () => 1 });

/**
 * Puts a simulated Excel behind the office.js of a page: seam C. Call it before office.js is loaded; office.js then
 * boots as in Excel on Windows: `Office.onReady` names Excel, requirement sets are answered, events come.
 * @returns takes the Excel out and puts another one in, for opening another file without loading the page again
 */
export function installInPage(
  page: Window,
  excel: SimulatedExcel,
  settings: PageSettings = {},
): (next: SimulatedExcel) => void {
  let current = excel;
  const listeners = new Map<number, EventHandler>();
  const connect = (next: SimulatedExcel): void => {
    current.deliverEventsTo(null);
    current = next;
    next.deliverEventsTo((events) =>
      listeners.get(RICH_API_EVENT)?.(RICH_API_EVENT, safeArray(events.map((event) => safeArray(messageOf(event))))),
    );
  };
  connect(excel);
  try {
    page.sessionStorage.removeItem(KEPT_BY_OFFICE);
  } catch {
    // A frame of another site may have no storage; office.js keeps nothing there then.
  }
  const external = {
    GetHostInfo: () => HOST_INFO,
    GetLoggingAllowed: () => false,
    GetContext: () => contextOf(page, settings),
    Execute(id: number, given: readonly unknown[], callback: (answer: SafeArray | number) => void): void {
      if (id !== EXECUTE_RICH_API) return callback(INTERNAL_ERROR);
      const message = given[0] as readonly unknown[];
      void current.answer(String(message[BODY]), Number(message[FLAGS])).then((answer) => {
        callback("body" in answer ? safeArray([0, 200, safeArray([]), answer.body]) : answer.office);
      });
    },
    RegisterEvent(id: number, _target: string, handler: EventHandler, callback: (status: number) => void): void {
      listeners.set(id, handler);
      callback(0);
    },
    UnregisterEvent(id: number, _target: string, callback: (status: number) => void): void {
      listeners.delete(id);
      callback(0);
    },
  };
  Object.defineProperty(page, "external", { value: external, configurable: true });
  return connect;
}

function messageOf([category, type, target, json]: EventMessage): unknown[] {
  return [category, type, target, json, 0, false];
}

function contextOf(page: Window, { theme, apiSet }: PageSettings): Record<string, () => unknown> {
  return {
    GetAppType: () => EXCEL_APPLICATION,
    GetSolutionRef: () => "hedui",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "zh-CN",
    GetAppDataLocale: () => "zh-CN",
    GetDocUrl: () => page.location.href,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "hedui",
    GetInstanceId: () => "hedui",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () =>
      JSON.stringify({
        ExcelApi: apiSet ?? "1.15",
        SharedRuntime: "1.1",
        CustomFunctionsRuntime: "1.3",
        RibbonApi: "1.1",
      }),
    GetHostFullVersion: () => "16.0.15407",
    GetInitialDisplayMode: () => 0,
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    GetOfficeThemeInfo: () => JSON.stringify(themeOf(theme)),
  };
}

/** Colours as numbers, as Office gives them. */
function themeOf(theme: PageSettings["theme"]): Record<string, number> {
  const number = (colour: string): number => parseInt(colour.slice(1), 16);
  const background = number(theme?.background ?? "#FFFFFF");
  const foreground = number(theme?.foreground ?? "#212121");
  return {
    primaryBackgroundColor: background,
    secondaryBackgroundColor: background,
    primaryFontColor: foreground,
    secondaryFontColor: foreground,
  };
}
