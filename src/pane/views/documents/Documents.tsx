import { Button, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { documentRoles } from "../../../engine/check-workbook";
import { usePane } from "../../session-context";
import type { BesideDocument, BesideRole } from "../../state/beside";
import { roleWords } from "../../words";
import { FilePicker } from "../common/FilePicker";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "6px", padding: "2px 0 4px" },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  document: {
    background: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "6px 8px",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    overflowWrap: "anywhere",
  },
  row: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
  role: { flexGrow: 1, minWidth: 0 },
});

/** What the workbook is compared with: each document named, what it is to the workbook, and a way to take it away. */
export function Documents(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { documents } = state.beside;
  return (
    <div className={styles.box}>
      {documents.length === 0 && (
        <div className={styles.small}>
          上年的、所属单位的工作簿，批复的绩效目标，另在一个文件里的说明（.docx、.txt）：拖到这里，或者选文件，一起核对。
        </div>
      )}
      {documents.map((document) => (
        <DocumentCard key={document.id} document={document} />
      ))}
      <div className={styles.row}>
        <FilePicker
          label="选文件…"
          name="拿来对照的文件"
          accept=".xlsx,.xlsm,.docx,.txt"
          multiple
          onFiles={(files) => void session.compareWith(files)}
        />
        <FilePicker
          label="一次核对几个工作簿…"
          name="要一次核对的工作簿"
          accept=".xlsx,.xlsm"
          multiple
          onFiles={(files) => session.checkFiles(files)}
        />
      </div>
    </div>
  );
}

const roles: readonly BesideRole[] = [...documentRoles, "other"];

function DocumentCard({ document }: { readonly document: BesideDocument }): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const { id, name, body, year, tables } = document;
  const facts = [...(year === null ? [] : [`${year} 年`]), `${tables} 张表`, ...(body === null ? [] : [body])];
  return (
    <div className={styles.document} role="group" aria-label={name}>
      <div>{name}</div>
      {document.document !== "text" && <div className={styles.small}>{facts.join(" · ")}</div>}
      <div className={styles.row}>
        <Select
          className={styles.role}
          size="small"
          aria-label={`${name}是什么`}
          value={document.document}
          onChange={(_, { value }) => void session.changeDocument(id, value as BesideRole)}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </Select>
        <Button size="small" aria-label={`移除${name}`} onClick={() => void session.changeDocument(id, null)}>
          移除
        </Button>
      </div>
    </div>
  );
}
