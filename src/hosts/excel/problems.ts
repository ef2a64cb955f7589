import type { HostProblem } from "../host-problem";
import { HostError } from "../host-problem";

/** What the client throws, as far as it matters here. */
interface ClientError {
  readonly code: string;
  readonly message: string;
  /** "Range.getMergedAreasOrNullObject": the call that Excel refused. */
  readonly location: string;
}

/** Reads an error of Office's client; null for anything else. */
export function clientError(error: unknown): ClientError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const info = "debugInfo" in error ? (error.debugInfo as { errorLocation?: string } | undefined) : undefined;
  return { code: error.code, message: error.message, location: info?.errorLocation ?? "" };
}

/**
 * Whether the client says that what was asked, or its answer, is too much for one round trip. Nothing has been done
 * then.
 */
export function isTooMuch(error: unknown): boolean {
  const code = clientError(error)?.code;
  return code === "ResponsePayloadSizeLimitExceeded" || code === "RequestPayloadSizeLimitExceeded";
}

/** Whether a sheet, or a mark, that was named is not there any more. */
export function isGone(error: unknown): boolean {
  const code = clientError(error)?.code;
  return code === "ItemNotFound" || code === "InvalidReference";
}

/**
 * Whether Excel could not read something that was asked for: one conditional format is enough (ItemNotFound, whatever
 * the documentation says), and the whole request is answered so. What concerns the session, or us, is not meant.
 */
export function cannotBeRead(error: unknown): boolean {
  const client = clientError(error);
  if (client === null || error instanceof HostError || OUR_MISTAKES.has(client.code)) return false;
  return isGone(error) || PROBLEMS.get(client.code) === undefined;
}

/** Whether the name of a sheet to be added is taken; chart sheets are not listed and have names, too. */
export function isNameTaken(error: unknown): boolean {
  return clientError(error)?.code === "ItemAlreadyExists";
}

const PROBLEMS: ReadonlyMap<string, HostProblem> = new Map(
  Object.entries({
    InvalidOperationInCellEditMode: { code: "cell-being-edited" },
    WriteNotSupportedWhenModalDialogOpen: { code: "dialog-open" },
    AccessDenied: { code: "read-only" },
    InvalidOrTimedOutSession: { code: "session-lost" },
    InvalidOrTimedOutSessionException: { code: "session-lost" },
    ConnectionFailure: { code: "session-lost" },
    Timeout: { code: "session-lost" },
    ActivityLimitReached: { code: "busy" },
    RequestAborted: { code: "busy" },
    ItemNotFound: { code: "sheet-gone", sheet: "" },
    RequestPayloadSizeLimitExceeded: { code: "too-large", sheet: "" },
    ResponsePayloadSizeLimitExceeded: { code: "too-large", sheet: "" },
  }),
);

/**
 * Any error as a `HostError`; our own mistakes (a TypeError, a property that was not loaded) pass as they are.
 * @param sheet the sheet concerned, where the code names one
 */
export function asHostError(error: unknown, sheet = ""): unknown {
  const client = clientError(error);
  if (error instanceof HostError || client === null || OUR_MISTAKES.has(client.code)) return error;
  const problem = PROBLEMS.get(client.code);
  if (problem === undefined) return asRefusal(error);
  return new HostError("sheet" in problem ? { ...problem, sheet } : problem, { cause: error });
}

/** An error of the client's as a refusal for no reason that we know. */
export function asRefusal(error: unknown): unknown {
  const client = clientError(error);
  if (client === null || OUR_MISTAKES.has(client.code)) return error;
  const detail = [client.code, client.location, client.message].filter((part) => part !== "").join(" ");
  return new HostError({ code: "refused", detail }, { cause: error });
}

const OUR_MISTAKES = new Set([
  "PropertyNotLoaded",
  "ValueNotLoaded",
  "InvalidObjectPath",
  "InvalidRequestContext",
  "RunMustReturnPromise",
]);

/** The codes after which Excel has not looked at the request at all: nothing of it has been done. */
export function wasRefusedWhole(error: unknown): boolean {
  const code = clientError(error)?.code ?? "";
  return (
    code === "InvalidOperationInCellEditMode" ||
    code === "WriteNotSupportedWhenModalDialogOpen" ||
    code === "ActivityLimitReached" ||
    code === "RequestPayloadSizeLimitExceeded"
  );
}

/**
 * Whether Excel stopped at taking a mark away: nothing but marks is ever taken away from a collection of conditional
 * formats.
 */
export function concernsRemoval(error: unknown): boolean {
  return /^ConditionalFormat(?:Collection\.getItem|\.delete)$/i.test(clientError(error)?.location ?? "");
}
