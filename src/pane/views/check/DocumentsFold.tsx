import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { DropZone } from "../common/DropZone";
import { Fold } from "../common/Fold";
import { PacedBar } from "../common/PacedBar";
import { part } from "../common/part";

/** Loaded when somebody looks: few checks have anything beside them. */
const Documents = part(async () => (await import("../documents/Documents")).Documents);

const useStyles = makeStyles({
  refused: {
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: "4px",
    color: tokens.colorPaletteRedForeground1,
    overflowWrap: "anywhere",
  },
});

/** 对照, folded to a line; a document can be dropped on the line as well. */
export function DocumentsFold(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { documents, refused, reading } = state.beside;
  const others = documents.filter(({ document }) => document === "other").length;
  const label =
    documents.length === 0
      ? "对照上年、所属单位、批复的目标、说明"
      : `对照 ${documents.length - others} 份${others > 0 ? `，另有 ${others} 份不对照` : ""}`;
  return (
    <DropZone onFiles={(files) => void session.compareWith(files)}>
      <Fold label={label}>
        <Documents />
      </Fold>
      {reading !== null && (
        <PacedBar
          work={{ share: reading.share, stopped: false, stop: () => session.stopComparing(), goOn: () => undefined }}
          doing={`正在读取 ${reading.name}`}
          stopped=""
        />
      )}
      {refused.length > 0 && (
        <div className={styles.refused}>
          {refused.map((words) => (
            <div key={words} role="alert">
              {words}
            </div>
          ))}
          <Button size="small" onClick={() => session.closeRefused()}>
            知道了
          </Button>
        </div>
      )}
    </DropZone>
  );
}
