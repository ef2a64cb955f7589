import type { MountedPane } from "../pane";

/** What Excel hands to a ribbon command; it wants to be told when the command is done. */
interface CommandEvent {
  completed(): void;
}

/** The ribbon's commands by the names that the manifest gives them. */
export function ribbonActions(
  pane: Pick<MountedPane, "check" | "clearMarks">,
): Readonly<Record<string, (event: CommandEvent) => Promise<void>>> {
  return {
    /** 一键核对: works without the pane, then opens it. */
    async checkWorkbook(event) {
      try {
        await pane.check();
        await Office.addin.showAsTaskpane();
      } finally {
        event.completed();
      }
    },
    /** 清除标记: where that fails the pane says why. */
    async clearMarks(event) {
      try {
        await pane.clearMarks();
      } finally {
        event.completed();
      }
    },
  };
}
