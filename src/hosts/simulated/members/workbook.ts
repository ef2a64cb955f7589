import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import { xmlPartsObject } from "./custom-xml";
import { rangeObject } from "./range";
import type { ClientState } from "./state";
import { textArgument } from "./state";
import { worksheetsObject } from "./worksheet";

const APPLICATION: ApiType<ClientState> = {
  name: "Application",
  values: { CalculationMode: () => "Automatic" },
  performs: {
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: () => undefined,
    // As documented: of all workbooks that are open, not of this one.
    Calculate: ({ recalculated }) => void recalculated.push("every open workbook"),
  },
};

const RUNTIME: ApiType<ClientState> = {
  name: "Runtime",
  values: { EnableEvents: (state) => state.enableEvents },
  sets: { EnableEvents: (state, enabled) => (state.enableEvents = enabled === true) },
};

const WORKBOOK_PROTECTION: ApiType<ClientState> = {
  name: "WorkbookProtection",
  values: { Protected: ({ workbook }) => workbook.structureProtected },
};

const WORKBOOK: ApiType<ClientState> = {
  name: "Workbook",
  values: { ReadOnly: ({ workbook }) => workbook.readOnly, Name: ({ workbook }) => workbook.name },
  members: {
    Worksheets: worksheetsObject,
    CustomXmlParts: xmlPartsObject,
    Protection: (state) => apiObject(WORKBOOK_PROTECTION, state),
    Application: (state) => apiObject(APPLICATION, state),
    _Runtime: (state) => apiObject(RUNTIME, state),
  },
  finds: {
    GetSelectedRange: (state) =>
      state.workbook.activeSheet &&
      rangeObject({ state, sheet: state.workbook.activeSheet, area: state.workbook.selection }),
  },
};

/** The object that all paths begin with. */
export function workbookObject(state: ClientState): ApiObject {
  return apiObject(WORKBOOK, state);
}

/** What office.js itself tells Excel when its page is ready to be called by ribbon buttons. */
const INTERNAL_SERVICE: ApiType<ClientState> = {
  name: "AddinInternalService",
  performs: { NotifyActionHandlerReady: () => undefined },
};

/** The pane as Office.addin shows and hides it; beside a simulated Excel it is where its page puts it. */
const APP_RUNTIME_SERVICE: ApiType<ClientState> = {
  name: "AppRuntimeService",
  performs: { SetAppRuntimeState: () => undefined, GetAppRuntimeState: () => "Visible" },
};

interface FunctionResult {
  readonly id: number;
  readonly value: unknown;
  readonly failed?: boolean;
  readonly errorCode?: number;
}

/** Where the runtime of custom functions says that it is there, and what they have answered. */
const CUSTOM_FUNCTIONS: ApiType<ClientState> = {
  name: "CustomFunctions",
  performs: {
    _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
    SetInvocationResults: ({ calls }, [results]) => {
      for (const { id, value, failed, errorCode } of results as readonly FunctionResult[]) {
        calls.get(id)?.(failed ? { errorCode, message: textArgument(value) } : { value });
        calls.delete(id);
      }
    },
  },
};

/** The objects that a client makes by the name of their type. */
export function services(state: ClientState): Record<string, ApiObject> {
  return {
    "Microsoft.InternalService.AddinInternalService": apiObject(INTERNAL_SERVICE, state),
    "Microsoft.AppRuntime.AppRuntimeService": apiObject(APP_RUNTIME_SERVICE, state),
    "Microsoft.ExcelServices.CustomFunctions": apiObject(CUSTOM_FUNCTIONS, state),
  };
}
