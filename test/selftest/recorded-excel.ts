import type { AnsweringExcel } from "../hosts/simulated/genuine-client";
import type { Answer, EventMessage } from "../../src/hosts/simulated/simulated-excel";
import type { Recording } from "../../src/selftest/recording";

/** What the client tells Excel in passing, at no certain time, and what Excel answers to it. */
const IN_PASSING = /"Name":"_RemoveReference"/;
const DONE: Answer = { body: '{"Results":[],"TraceIds":[]}' };

/**
 * An Excel that answers as another one did when it was recorded. A request that was not recorded means that the adapter
 * asks otherwise today: the recording has to be made anew.
 */
export class RecordedExcel implements AnsweringExcel {
  /** Requests that were never recorded. */
  readonly unknown: string[] = [];
  private answered = 0;
  private readonly taken = new Set<number>();
  private sink: ((events: readonly EventMessage[]) => void) | null = null;

  constructor(private readonly recording: Recording) {}

  deliverEventsTo(sink: ((events: readonly EventMessage[]) => void) | null): void {
    this.sink = sink;
  }

  async answer(body: string): Promise<Answer> {
    await Promise.resolve();
    const found = this.recording.requests.findIndex(
      (request, position) => !this.taken.has(position) && request.body === body,
    );
    if (found < 0) {
      if (!IN_PASSING.test(body)) this.unknown.push(body);
      return DONE;
    }
    this.taken.add(found);
    this.answered++;
    for (const { after, entries } of this.recording.events)
      if (after === this.answered) setTimeout(() => this.sink?.(entries.map(asMessage)), 0);
    return this.recording.requests[found]!.answer;
  }
}

function asMessage(entry: object): EventMessage {
  const { messageCategory, messageType, targetId, message } = entry as Record<string, unknown>;
  return [Number(messageCategory), Number(messageType), String(targetId), String(message)];
}
