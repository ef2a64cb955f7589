import { Button, Field, Link, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import { misreadReport } from "../../session/misread-report";
import type { ScoredRow } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { copyText, saveText } from "../common/hand-over";
import type { HandedOver } from "../common/hand-over";
import { useCardStyles } from "../common/card-styles";

const results: Readonly<Record<HandedOver, string>> = {
  saved: "已存成文件。",
  copied: "已复制，可以粘贴到邮件里发给维护人员。",
  cancelled: "",
  refused: "这里不能自动复制，请从上面的文字里手工复制。",
};

/**
 * Tells those who maintain the program what it misread: a text of which the person sees every word before it leaves the
 * pane.
 */
export function MisreadForm({ row }: { readonly row: ScoredRow }): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const [open, setOpen] = useState<boolean | "closed">(false);
  const [remark, setRemark] = useState("");
  const [result, setResult] = useState<HandedOver>("cancelled");
  if (open !== true) {
    return (
      <div className={styles.small}>
        想让程序以后都读对？
        <Link as="button" inline autoFocus={open === "closed"} onClick={() => setOpen(true)}>
          告诉维护人员…
        </Link>
      </div>
    );
  }
  const report = misreadReport(row, remark.trim());
  const saves = !(session.capabilities()?.savesItself ?? true);
  const hand = async (): Promise<void> =>
    setResult(await (saves ? saveText(report, "评分标准读错了.txt") : copyText(report)));
  return (
    <div className={styles.view} role="group" aria-label="告诉维护人员">
      <Field label="应该怎样读（可以不填）">
        <Textarea autoFocus rows={2} value={remark} maxLength={500} onChange={(_, { value }) => setRemark(value)} />
      </Field>
      <Field label="要交给维护人员的文字" hint="只有这些，不带工作簿里的其他内容；不会自动发送。">
        <Textarea readOnly rows={5} value={report} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void hand()}>
          {saves ? "存成文件…" : "复制"}
        </Button>
        <Button size="small" onClick={() => setOpen("closed")}>
          关闭
        </Button>
        <span role="status">{results[result]}</span>
      </div>
    </div>
  );
}
