/**
 * How long nobody must have typed before the list follows, in milliseconds: short enough to feel at once, long enough
 * for a paste.
 */
const PAUSE = 40;

/** Gathers edits that come in quick succession. */
export class LiveEdits {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private closed = false;

  constructor(private readonly settled: () => void) {}

  edited(): void {
    if (this.closed) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.settled();
    }, PAUSE);
  }

  /** Nothing is followed from now on. */
  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }
}
