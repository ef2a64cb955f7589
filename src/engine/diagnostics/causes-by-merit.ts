import type { Cause } from "./cause";
import { byMerit } from "./cause";

/** Causes waiting to be taken, the best first: a binary heap, so that a workbook full of faults stays quick. */
export class CausesByMerit {
  private readonly heap: Cause[] = [];

  add(cause: Cause): void {
    const heap = this.heap;
    let place = heap.push(cause) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (byMerit(heap[above]!, cause) <= 0) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = cause;
  }

  take(): Cause | undefined {
    const heap = this.heap;
    const best = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return best;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && byMerit(heap[below + 1]!, heap[below]!) < 0) below++;
      if (byMerit(last, heap[below]!) <= 0) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = last;
    return best;
  }
}
