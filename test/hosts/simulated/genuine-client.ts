import type { Answer, EventMessage } from "../../../src/hosts/simulated/simulated-excel";

/** What answers a client: a simulated Excel, or one that was recorded. */
export interface AnsweringExcel {
  answer(body: string, flags: number): Promise<Answer>;
  deliverEventsTo(sink: ((events: readonly EventMessage[]) => void) | null): void;
}

/** The parts of Office's client that tests use, and the simulated Excel that it talks to. */
export interface GenuineClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** From now on the client talks to this Excel. */
  connect(excel: AnsweringExcel): void;
  /** The place through which every request and event passes. */
  readonly seam: ClientGlobals["OSF"]["DDA"];
}

type Callback = (
  result:
    | { status: "succeeded"; value: { data: unknown[] } }
    | { status: "failed"; error: { code: number; message: string } },
) => void;
type MessageHandler = (message: { readonly entries: readonly object[] }) => void;

/** What evaluating the client leaves behind in the realm. */
interface ClientGlobals {
  readonly OSF: {
    readonly DDA: {
      RichApi?: {
        executeRichApiRequestAsync?: (message: readonly unknown[], callback: Callback) => void;
        richApiMessageManager?: { register(handler: MessageHandler): Promise<unknown> };
      };
    };
  };
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** Places in the array that carries a request. */
const BODY = 4;
const FLAGS = 6;

/**
 * Office's genuine client for Excel without a page, for unit tests: seam A.
 *
 * The text of excel-win32-16.01.debug.js (package @microsoft/office-js) is evaluated in this realm, for in another one
 * `instanceof` fails silently, with a shim of `window`; then the one function by which the client reaches Excel, and
 * the one by which it asks for events, are replaced. Once in a realm is enough: `connect` changes the Excel behind it.
 */
export function genuineClient(source: string): GenuineClient {
  const realm = globalThis as unknown as Record<string, unknown>;
  realm.window ??= globalThis;
  realm.navigator ??= { userAgent: "", language: "zh-CN" };
  realm.location ??= { href: "", search: "", hash: "" };
  realm.external ??= {};
  // Indirect, so that the script's variables become properties of the realm, as in a page.
  (0, eval)(source);
  const { OSF, Excel: excelNamespace, OfficeExtension: extension } = realm as unknown as ClientGlobals;
  const handlers: MessageHandler[] = [];
  let current: AnsweringExcel | null = null;
  OSF.DDA.RichApi ??= {};
  OSF.DDA.RichApi.executeRichApiRequestAsync = (message, callback) => {
    void answerOf(current, message).then(callback);
  };
  OSF.DDA.RichApi.richApiMessageManager = {
    register: async (handler: MessageHandler): Promise<void> => void handlers.push(handler),
  };
  const connect = (excel: AnsweringExcel): void => {
    current?.deliverEventsTo(null);
    current = excel;
    excel.deliverEventsTo((events) => handlers.forEach((handler) => handler({ entries: events.map(asEntry) })));
  };
  return { Excel: excelNamespace, OfficeExtension: extension, connect, seam: OSF.DDA };
}

async function answerOf(excel: AnsweringExcel | null, message: readonly unknown[]): Promise<Parameters<Callback>[0]> {
  if (!excel) throw new Error("the client is not connected to any Excel");
  const answer = await excel.answer(String(message[BODY]), Number(message[FLAGS]));
  if ("body" in answer) return { status: "succeeded", value: { data: [200, [], answer.body] } };
  return { status: "failed", error: { code: answer.office, message: `office error ${answer.office}` } };
}

function asEntry([messageCategory, messageType, targetId, message]: EventMessage): object {
  return { messageCategory, messageType, targetId, message, isRemoteOverride: false };
}
