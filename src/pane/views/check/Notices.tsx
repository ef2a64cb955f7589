import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";

/** Sheets that could not be marked. */
export function Notices(): ReactNode {
  const { unmarked, unreadable } = usePane().state;
  return (
    <>
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
            有条件格式读不出来（多半是撤销造成的），标记可能没有更新；结果都在下面。请保存、关闭、重开后再标。
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
