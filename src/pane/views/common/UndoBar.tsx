import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellContents, WriteRecord } from "../../../hosts/host";
import { usePane } from "../../session-context";

/** What was written last, and a way to take it back. */
export function UndoBar(): ReactNode {
  const { state, session } = usePane();
  const { history, bar, settled } = state;
  const latest = history.at(-1);
  if (bar === null || (latest === undefined && bar === "written")) return null;
  return (
    <MessageBar intent="success" layout="multiline" politeness="polite">
      <MessageBarBody>
        {bar === "taken-back" && "已撤销。"}
        {bar === "taken-back" && latest && "再往前一步："}
        {latest && written(latest)}
        {settled !== null && settled > 0 && `，${settled} 项核对因此一致`}
      </MessageBarBody>
      <MessageBarActions>
        {latest && (
          <Button
            size="small"
            appearance={bar === "written" ? "primary" : "secondary"}
            onClick={() => void session.undo()}
          >
            撤销
          </Button>
        )}
        <Button size="small" onClick={() => session.store.dispatch({ type: "undo-bar-closed" })}>
          知道了
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Sheets that are named one by one. */
const MOST_NAMED = 3;

function written({ cells, addedSheets }: WriteRecord): string {
  if (addedSheets.length > 0) {
    const named = addedSheets.slice(0, MOST_NAMED).map((sheet) => `“${sheet}”`);
    return `已生成工作表${named.join("、")}${addedSheets.length > MOST_NAMED ? `等 ${addedSheets.length} 张` : ""}。`;
  }
  const [first] = cells;
  if (!first) return "已写入。";
  const more = cells.length > 1 ? `，共 ${cells.length} 格` : "";
  return `已改：${first.sheet} ${first.address} ${shown(first.before)} → ${shown(first.after)}${more}`;
}

function shown(contents: CellContents): string {
  return contents === null || contents === ""
    ? "（空）"
    : typeof contents === "number"
      ? contents.toLocaleString("zh-CN", { maximumFractionDigits: 10 })
      : String(contents);
}
