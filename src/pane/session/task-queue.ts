/**
 * Does one thing after the other. What fails is told, kept, and can be tried again; what follows it is done all the
 * same.
 */
export class TaskQueue {
  private last: Promise<void> = Promise.resolve();
  private failed: (() => Promise<void>) | null = null;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** Resolves when the work is done or has failed. */
  add(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(async () => {
      try {
        await work();
        this.failed = null;
      } catch (error) {
        this.failed = work;
        this.onFailure(error);
      }
    });
    return this.last;
  }

  /** Tries again what failed last, if anything did. */
  retry(): Promise<void> {
    return this.failed ? this.add(this.failed) : Promise.resolve();
  }

  /** Resolves when everything that was asked for so far is done. */
  idle(): Promise<void> {
    return this.last;
  }
}
