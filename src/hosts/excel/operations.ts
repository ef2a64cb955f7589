import { isTooMuch } from "./problems";

/** One thing to be done in Excel; it makes its proxies anew each time, so that it can be sent again. */
export type Operation = (context: Excel.RequestContext) => void;

/** Progress of a series of operations: whether Excel has been given any of them. */
export interface Delivery {
  begun: boolean;
}

/**
 * Does everything in one round trip, or in as many as Excel's payload limit makes necessary.
 * @param delivery is told as soon as a part of the operations has been done
 */
export async function perform(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  delivery: Delivery,
): Promise<void> {
  if (operations.length === 0) return;
  for (const operation of operations) operation(context);
  try {
    await context.sync();
    delivery.begun = true;
  } catch (error) {
    if (!isTooMuch(error) || operations.length === 1) throw error;
    const half = operations.length >> 1;
    await perform(context, operations.slice(0, half), delivery);
    await perform(context, operations.slice(half), delivery);
  }
}
