import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { UndoBar } from "../common/UndoBar";

/**
 * What was written and can be taken back, sheets that could not be marked, marks that no longer say what the list says.
 */
export function Notices(): ReactNode {
  const { state, session } = usePane();
  const { unmarked, unreadable, marks } = state;
  return (
    <>
      <UndoBar />
      {unmarked.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {unmarked.map((sheet) => `“${sheet}”`).join("、")}设有保护，没有作标记；结果都在下面。
          </MessageBarBody>
        </MessageBar>
      )}
      {unreadable.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {unreadable.map((sheet) => `“${sheet}”`).join("、")}
            有条件格式读不出来（多半是撤消造成的），标记可能没有更新；结果都在下面。请保存、关闭、重开后再标。
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
