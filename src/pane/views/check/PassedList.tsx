import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { placeOf } from "../../state/findings";
import { CellLink } from "../common/CellLink";
import { PacedBar } from "../common/PacedBar";
import { usePaced } from "../common/use-paced";
import { VirtualList } from "../common/VirtualList";

const useStyles = makeStyles({
  item: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: "3px 0",
    overflowWrap: "anywhere",
  },
});

/** Every check that agrees. */
export function PassedList(): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  const begin = useMemo(() => () => session.passing(), [session]);
  const work = usePaced(begin);
  const passed = useMemo(() => (work.result ?? []).map((finding, at) => ({ id: String(at), finding })), [work.result]);
  if (work.result === null) return <PacedBar work={work} doing="正在列出一致的各项" stopped="没有列出。" />;
  return (
    <VirtualList items={passed} idOf={idOf} label={`${passed.length} 项一致`} estimate={40}>
      {({ finding }) => {
        const place = placeOf(finding);
        return (
          <div className={styles.item}>
            {place ? <CellLink place={place}>{finding.title}</CellLink> : finding.title}
          </div>
        );
      }}
    </VirtualList>
  );
}

const idOf = ({ id }: { readonly id: string }): string => id;
