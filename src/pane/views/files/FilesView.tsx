import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { BatchFile } from "../../session/file-batch";
import { usePane } from "../../session-context";
import { FilePicker } from "../common/FilePicker";
import { useCardStyles } from "../common/card-styles";
import { useBatch } from "./use-batch";

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    fontVariantNumeric: "tabular-nums",
    "& th": {
      textAlign: "right",
      fontSize: tokens.fontSizeBase200,
      fontWeight: tokens.fontWeightSemibold,
      verticalAlign: "bottom",
    },
    "& th, & td": { padding: "5px 3px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    "& td": { textAlign: "right", verticalAlign: "top" },
    "& tbody th": { fontWeight: tokens.fontWeightRegular, verticalAlign: "top" },
    "& thead th": { wordBreak: "keep-all" },
    "& th:first-child": { textAlign: "left", overflowWrap: "anywhere" },
  },
  some: { fontWeight: tokens.fontWeightSemibold },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Several workbooks in a table: whose they are, and what there is to do in each; each can be opened. */
export function FilesView(): ReactNode {
  const cards = useCardStyles();
  const styles = useStyles();
  const { session } = usePane();
  const { files, running } = useBatch(session.batch);
  const done = files.filter(({ standing }) => standing.kind === "checked" || standing.kind === "refused").length;
  return (
    <div className={cards.view}>
      <div role="status">
        {files.length} 个工作簿{running ? `，正在核对第 ${done + 1} 个…` : `，核对了 ${done} 个`}
      </div>
      {files.length > 0 && (
        <table className={styles.table} aria-label="各工作簿核对结果">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">必改</th>
              <th scope="col">需说明</th>
              <th scope="col">
                未能
                <wbr />
                核对
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </tbody>
        </table>
      )}
      <div className={cards.actions}>
        <FilePicker
          label="再加几个…"
          name="要核对的工作簿"
          accept=".xlsx,.xlsm"
          multiple
          onFiles={(picked) => session.checkFiles(picked)}
        />
        {running ? (
          <Button size="small" onClick={() => session.batch.stop()}>
            停止
          </Button>
        ) : (
          files.length > done && (
            <Button size="small" onClick={() => session.checkFiles([])}>
              继续
            </Button>
          )
        )}
        {files.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              session.batch.empty();
              session.store.dispatch({ type: "view-chosen", view: "check" });
            }}
          >
            清空
          </Button>
        )}
      </div>
    </div>
  );
}

function FileRow({ file: { file, standing } }: { readonly file: BatchFile }): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const open = session.openWorkbook;
  const overview = standing.kind === "checked" ? standing.overview : null;
  const named = overview?.body ?? file.name;
  const facts = [
    ...(overview?.year === undefined || overview.year === null ? [] : [`${overview.year} 年`]),
    ...(overview ? [`${overview.tables} 张表`] : []),
    ...(overview && overview.unrecognised > 0 ? [`${overview.unrecognised} 张未识别`] : []),
    ...(named === file.name ? [] : [file.name]),
    ...wordsOf(standing),
  ];
  const counts = overview ? [overview.errors, overview.explains, overview.cannotTell] : ["", "", ""];
  return (
    <tr>
      <th scope="row">
        {open ? (
          <Link as="button" inline title={`打开 ${file.name}`} onClick={() => open(file)}>
            {named}
          </Link>
        ) : (
          named
        )}
        <div className={styles.facts}>{facts.join(" · ")}</div>
      </th>
      {counts.map((count, at) => (
        <td key={at} className={count === 0 || count === "" ? undefined : styles.some}>
          {count}
        </td>
      ))}
    </tr>
  );
}

function wordsOf(standing: BatchFile["standing"]): string[] {
  switch (standing.kind) {
    case "waiting":
      return ["未核对"];
    case "checking":
      return [`正在核对 ${Math.round(standing.share * 100)}%`];
    case "refused":
      return [standing.words];
    case "checked":
      return [];
  }
}
