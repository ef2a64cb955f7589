import { useMemo } from "react";
import type { ReactNode } from "react";
import { usePane } from "../../session-context";
import { rowsOf } from "../../state/finding-list";
import type { ListEntry } from "../../state/finding-list";
import { VirtualList } from "../common/VirtualList";
import { FindingRow } from "./FindingRow";
import { GroupRow } from "./GroupRow";
import { useTitleRoom } from "./use-title-room";

/** Usual height of a folded row with the gap below it, in pixels. */
const ROW = 62;

interface FindingListProps {
  readonly entries: readonly ListEntry[];
  readonly label: string;
}

/** Findings row by row, those of a group below its row. */
export function FindingList({ entries, label }: FindingListProps): ReactNode {
  const { state } = usePane();
  const { list } = state;
  const rows = useMemo(() => rowsOf(entries, list), [entries, list]);
  const room = useTitleRoom();
  return (
    <VirtualList items={rows} idOf={idOf} label={label} estimate={ROW} goTo={list.current}>
      {(row) => (row.kind === "group" ? <GroupRow row={row} room={room} /> : <FindingRow row={row} room={room} />)}
    </VirtualList>
  );
}

const idOf = ({ id }: ListEntry): string => id;
