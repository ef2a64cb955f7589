import type { MountedPane } from "../pane";

/** What Excel hands to a ribbon command; it wants to be told when the command is done. */
export interface CommandEvent {
  completed(): void;
}

/**
 * The ribbon's commands by the names that the manifest gives them. Excel hears first that they are done, and shows the
 * pane first: until then it may keep the page from drawing, and takes long work for a command that hangs (office-js
 * #3250).
 */
export function ribbonActions(
  pane: Pick<MountedPane, "check" | "clearMarks">,
): Readonly<Record<string, (event: CommandEvent) => Promise<void>>> {
  return {
    /** 一键核对: opens the pane, and does not wait for it. */
    async checkWorkbook(event) {
      event.completed();
      void Office.addin.showAsTaskpane().catch(() => undefined);
      await pane.check();
    },
    /** 清除标记: where that fails the pane says why. */
    async clearMarks(event) {
      event.completed();
      await pane.clearMarks();
    },
  };
}
