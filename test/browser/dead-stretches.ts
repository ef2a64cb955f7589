import type { Page } from "playwright-core";

/** A stretch in which a page neither draws nor hears its buttons: milliseconds since the page began, and how long. */
export interface DeadStretch {
  readonly start: number;
  readonly duration: number;
}

/** Tasks of a page that are longer than 50 ms, as the browser itself tells them. */
export class DeadStretches {
  private constructor(private readonly page: Page) {}

  static async watch(page: Page): Promise<DeadStretches> {
    await page.evaluate(() => {
      const found: { start: number; duration: number }[] = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) found.push({ start: startTime, duration });
      }).observe({ type: "longtask" });
      Object.assign(window, { deadStretches: found });
    });
    return new DeadStretches(page);
  }

  /** Those since the last time that this was asked, the longest first. */
  async taken(): Promise<DeadStretch[]> {
    // The observer is told after the task.
    await this.page.waitForTimeout(100);
    const taken = await this.page.evaluate(() =>
      (window as unknown as { deadStretches: DeadStretch[] }).deadStretches.splice(0),
    );
    return taken.sort((a, b) => b.duration - a.duration);
  }
}
