import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { placeOf } from "../../state/findings";
import { CellLink } from "../common/CellLink";
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
  const passed = useMemo(() => session.passing().map((finding, at) => ({ id: String(at), finding })), [session]);
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
