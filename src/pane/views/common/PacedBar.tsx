import { Button, ProgressBar } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useCardStyles } from "./card-styles";
import type { PacedWork } from "./use-paced";

interface Wording {
  readonly work: Pick<PacedWork<unknown>, "share" | "stopped" | "stop" | "goOn">;
  /** "正在准备". */
  readonly doing: string;
  /** What it means that it was stopped. */
  readonly stopped: string;
}

/** How far work has come that takes its time, with a way to stop it and to go on. */
export function PacedBar({ work, doing, stopped }: Wording): ReactNode {
  const styles = useCardStyles();
  if (work.stopped) {
    return (
      <div className={styles.actions}>
        <span>已停止，{stopped}</span>
        <Button size="small" onClick={work.goOn}>
          继续
        </Button>
      </div>
    );
  }
  if (work.share === null) return null;
  return (
    <div className={styles.quiet}>
      <div>
        {doing}… {Math.round(work.share * 100)}%
      </div>
      <ProgressBar aria-label={doing} value={work.share} />
      <div>
        <Button size="small" onClick={work.stop}>
          停止
        </Button>
      </div>
    </div>
  );
}
