import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { ReactNode } from "react";
import type { CellContents, WriteRecord } from "../../../hosts/host";
import { usePane } from "../../session-context";
import { CellLink } from "./CellLink";
import { ScrollerContext } from "./scroller-context";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 6px",
    padding: "6px 8px",
    background: tokens.colorStatusSuccessBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { flexGrow: 1, flexBasis: "160px", minWidth: 0, overflowWrap: "anywhere" },
  // Where there is room the buttons stand beside the words, else below them on the right.
  actions: { display: "flex", gap: "6px", marginLeft: "auto" },
  button: { minWidth: 0 },
});

/** What was done last; where it was written, with a way to it and a way to take it back. */
export function UndoBar(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { history, bar, told, settled } = state;
  const scroller = useContext(ScrollerContext);
  const latest = told === null ? history.at(-1) : undefined;
  if (told === null && (bar === null || (latest === undefined && bar === "written"))) return null;
  return (
    <div className={styles.bar} role="group" aria-label="刚才的改动">
      <div className={styles.words}>
        {told !== null && `${told}。`}
        {bar === "taken-back" && "已撤销。"}
        {bar === "taken-back" && latest && "再往前一步："}
        {latest && <Written record={latest} />}
        {settled !== null && settled > 0 && `，${settled} 项核对因此一致`}
      </div>
      <div className={styles.actions}>
        {latest && (
          <Button
            size="small"
            className={styles.button}
            appearance={bar === "written" ? "primary" : "secondary"}
            onClick={() => void session.undo().then(() => backToWork(scroller))}
          >
            撤销
          </Button>
        )}
        <Button
          size="small"
          className={styles.button}
          onClick={() => {
            backToWork(scroller, true);
            session.store.dispatch({ type: "undo-bar-closed" });
          }}
        >
          知道了
        </Button>
      </div>
    </div>
  );
}

/** Where the button that was pressed is gone, or `leaves`, the focus goes to the current row, else to the view. */
function backToWork(scroller: HTMLElement | null, leaves = false): void {
  if (!leaves && document.activeElement !== document.body) return;
  (scroller?.querySelector<HTMLElement>("[aria-current=true] button") ?? scroller)?.focus();
}

/** Sheets that are named one by one. */
const MOST_NAMED = 3;

function Written({ record: { cells, addedSheets } }: { readonly record: WriteRecord }): ReactNode {
  const [sheet] = addedSheets;
  if (addedSheets.length === 1) return <>已生成工作表{linkTo(sheet!)}</>;
  if (sheet !== undefined)
    return (
      <>
        已生成 {addedSheets.length} 张工作表：
        {addedSheets.slice(0, MOST_NAMED).map((each) => (
          <div key={each}>{linkTo(each)}</div>
        ))}
        {addedSheets.length > MOST_NAMED && "等"}
      </>
    );
  const [first] = cells;
  if (!first) return "已写入。";
  return (
    <>
      已改：
      <CellLink place={first}>
        {first.sheet} {first.address}
      </CellLink>{" "}
      {shown(first.before)} → {shown(first.after)}
      {cells.length > 1 && `，共 ${cells.length} 格`}
    </>
  );
}

function linkTo(sheet: string): ReactNode {
  return <CellLink place={{ sheet, address: "A1" }}>“{sheet}”</CellLink>;
}

function shown(contents: CellContents): string {
  return contents === null || contents === ""
    ? "（空）"
    : typeof contents === "number"
      ? contents.toLocaleString("zh-CN", { maximumFractionDigits: 10 })
      : String(contents);
}
