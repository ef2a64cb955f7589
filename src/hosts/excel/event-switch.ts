/**
 * The switch of the add-in's events (Runtime.enableEvents). While it is off nothing is heard, edits of the person's
 * included; Excel looks at it when a request has been done, so that it is set back in a request of its own. Where Excel
 * will not be asked just then, that is made up for before the next request.
 */
export class EventSwitch {
  private isOff = false;

  /** From now on what we do is not heard: the first operation of a write. */
  turnOff(context: Excel.RequestContext): void {
    this.isOff = true;
    context.runtime.enableEvents = false;
  }

  /** Sets it back where it is off. One round trip then; never throws. */
  async turnOn(context: Excel.RequestContext): Promise<void> {
    if (!this.isOff) return;
    try {
      context.runtime.enableEvents = true;
      await context.sync();
      this.isOff = false;
    } catch {
      // The next request begins with it.
    }
  }
}
