import { useMemo } from "react";
import type { Practice } from "../../../engine/criteria";
import { practiceOf } from "../../../engine/settings";
import { usePane } from "../../session-context";

/** How the open workbook applies criteria; the same object until a person decides otherwise. */
export function usePractice(): Practice {
  const { conventions, corrections } = usePane().state.settings;
  return useMemo(() => practiceOf({ conventions, corrections }), [conventions, corrections]);
}
