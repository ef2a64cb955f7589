import { useSyncExternalStore } from "react";
import type { BatchState, FileBatch } from "../../session/file-batch";

/** The files of a batch as they stand now. */
export function useBatch({ store }: FileBatch): BatchState {
  return useSyncExternalStore(store.subscribe, store.getState);
}
