/** One request of Office's client and what came back. */
export interface RecordedRequest {
  readonly body: string;
  readonly flags: number;
  /** The answer's body, or the number of Office's error. */
  readonly answer: { readonly body: string } | { readonly office: number };
  readonly milliseconds: number;
}

/** Events of Excel's, as handed to the client after so many requests had been answered. */
export interface RecordedEvents {
  readonly after: number;
  readonly entries: readonly object[];
}

/** Everything that passed between the client and Excel. */
export interface Recording {
  readonly requests: RecordedRequest[];
  readonly events: RecordedEvents[];
}

interface CallbackResult {
  readonly status: string;
  readonly value?: { readonly data: readonly unknown[] };
  readonly error?: { readonly code: number };
}

type Send = (message: readonly unknown[], callback: (result: CallbackResult) => void) => void;
type MessageHandler = (message: { readonly entries: readonly object[] }) => void;

/** The place in Office's client through which every request and every event passes (`OSF.DDA`). */
export interface RichApiSeam {
  RichApi?: {
    readonly executeRichApiRequestAsync?: Send;
    readonly richApiMessageManager?: { register(handler: MessageHandler): Promise<unknown> };
  };
}

/** Places in the array that carries a request, and in the one that carries an answer. */
const BODY = 4;
const FLAGS = 6;
const ANSWER = 2;

/**
 * Listens in on Office's client from now on: another object takes the place of the client's own, whose members cannot
 * be replaced, and hands everything on to it.
 * @returns what is heard, growing; null where this client has no such place
 */
export function record(seam: RichApiSeam | undefined, now: () => number): Recording | null {
  const own = seam?.RichApi;
  const send = own?.executeRichApiRequestAsync;
  if (!seam || !own || !send) return null;
  const recording: Recording = { requests: [], events: [] };
  const manager = own.richApiMessageManager;
  const listening = {
    executeRichApiRequestAsync: {
      value: ((message, callback) => {
        const begun = now();
        send.call(own, message, (result) => {
          recording.requests.push({
            body: joined(message[BODY]),
            flags: Number(message[FLAGS]),
            answer:
              result.status === "succeeded"
                ? { body: joined(result.value?.data[ANSWER]) }
                : { office: result.error?.code ?? 0 },
            milliseconds: Math.round(now() - begun),
          });
          callback(result);
        });
      }) satisfies Send,
    },
    ...(manager && {
      richApiMessageManager: {
        value: {
          register: (handler: MessageHandler) =>
            manager.register((message) => {
              recording.events.push({ after: recording.requests.length, entries: message.entries });
              handler(message);
            }),
        },
      },
    }),
  };
  seam.RichApi = Object.create(own, listening) as RichApiSeam["RichApi"];
  return recording;
}

/** Long texts come in pieces. */
function joined(text: unknown): string {
  return Array.isArray(text) ? text.join("") : String(text);
}
