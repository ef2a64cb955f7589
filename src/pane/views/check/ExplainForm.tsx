import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import type { ListedFinding } from "../../state/finding-list";
import { ReasonForm } from "../common/ReasonForm";

/** How many earlier reasons are offered. */
const MOST_OFFERED = 5;

interface ExplainFormProps {
  readonly rows: readonly ListedFinding[];
  readonly onClose: () => void;
}

/** Why findings are right after all. Once that is kept, the next one has the focus. */
export function ExplainForm({ rows, onClose }: ExplainFormProps): ReactNode {
  const { state, session } = usePane();
  const earlier = [...new Set(state.settings.exceptions.map((exception) => exception.reason).reverse())];
  const findings = rows.map(({ finding }) => finding);
  return (
    <ReasonForm
      label={rows.length === 1 ? "为什么这样是对的" : `这 ${rows.length} 处为什么是对的`}
      hint="理由会保存在工作簿里；数字一变，这一条会重新列出。"
      button="保存说明"
      offered={earlier.slice(0, MOST_OFFERED)}
      initial={findings[0]?.accepted?.reason ?? ""}
      onDone={(reason) => {
        if (reason === null) return onClose();
        session.leave(rows);
        return void session.explain(findings, reason);
      }}
    />
  );
}
