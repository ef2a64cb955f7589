import type { RequestBody } from "./protocol/messages";

/** Numbers of Office's own errors: Excel refuses a request as a whole and has done nothing of it. */
export const OfficeError = {
  CellEdit: 5004,
  Session: 5012,
  ModalDialog: 5016,
  ActivityLimit: 5102,
  RequestTooLarge: 5103,
  ResponseTooLarge: 5104,
} as const;

/** Something that shall go wrong with a request. */
export type Fault =
  /** Excel refuses the whole request. */
  | { readonly office: number }
  /** Excel does what comes before an action and refuses that action; see `beforeMember`. */
  | { readonly refuse: string; readonly at: (request: RequestBody) => number };

/**
 * The action that sets or calls a member for the nth time, for `refuse`; -1, never, where the request does no such
 * thing.
 */
export function atMember(name: string, nth = 1): (request: RequestBody) => number {
  return (request) => {
    let seen = 0;
    return request.Actions.findIndex((action) => {
      const path = request.ObjectPaths[action.ObjectPathId];
      const concerned = action.Name === name || (action.ActionType === 1 && path?.Name === name);
      return concerned && ++seen === nth;
    });
  };
}

/** What shall go wrong and when: requests are counted from the moment of planning. */
export class FaultPlan {
  private readonly once: { skip: number; fault: Fault }[] = [];
  private standing: Fault | null = null;

  /** The next request fails, or the one after `skip` others. */
  next(fault: Fault, skip = 0): void {
    this.once.push({ skip, fault });
  }

  /** Every request fails until `clear`. */
  always(fault: Fault): void {
    this.standing = fault;
  }

  clear(): void {
    this.once.length = 0;
    this.standing = null;
  }

  /** The fault of the request that has just come in. */
  take(): Fault | null {
    const due = this.once.findIndex(({ skip }) => skip === 0);
    for (const planned of this.once) planned.skip--;
    return due >= 0 ? this.once.splice(due, 1)[0]!.fault : this.standing;
  }
}
