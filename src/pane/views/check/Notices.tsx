import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellContents, WriteRecord } from "../../../hosts/host";
import { usePane } from "../../session-context";

/** What was written and can be taken back, sheets that could not be marked, marks that no longer say what the list says. */
export function Notices(): ReactNode {
  const { state, session } = usePane();
  const { undoable, unmarked, marks } = state;
  return (
    <>
      {undoable && (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{written(undoable)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={() => void session.undo()}>
              撤销
            </Button>
            <Button size="small" onClick={() => session.store.dispatch({ type: "undo-bar-closed" })}>
              知道了
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {unmarked.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {unmarked.map((sheet) => `“${sheet}”`).join("、")}设有保护，没有作标记；结果都在下面。
          </MessageBarBody>
        </MessageBar>
      )}
      {marks === "outdated" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>下面的结果已随改动更新，表里的标记还是上次的。</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void session.refreshMarks()}>
              更新标记
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  );
}

function written({ cells, addedSheets }: WriteRecord): string {
  if (addedSheets.length > 0) return `已生成工作表${addedSheets.map((sheet) => `“${sheet}”`).join("、")}。`;
  const [first] = cells;
  if (!first) return "已写入。";
  const more = cells.length > 1 ? `，共 ${cells.length} 格` : "";
  return `已改：${first.sheet} ${first.address} ${shown(first.before)} → ${shown(first.after)}${more}`;
}

function shown(contents: CellContents): string {
  return contents === null || contents === "" ? "（空）" : typeof contents === "number" ? contents.toLocaleString("zh-CN", { maximumFractionDigits: 10 }) : String(contents);
}
