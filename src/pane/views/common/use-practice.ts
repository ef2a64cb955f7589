import { useMemo } from "react";
import type { Practice } from "../../../engine/criteria";
import { correctionsFrom } from "../../../engine/criteria/corrections";
import { conventionsOf } from "../../../engine/settings";
import { usePane } from "../../session-context";

/** How the open workbook applies criteria; the same object until a person decides otherwise. */
export function usePractice(): Practice {
  const { conventions, corrections } = usePane().state.settings;
  const chosen = useMemo(() => conventionsOf({ conventions }), [conventions]);
  return useMemo(() => ({ conventions: chosen, corrections: correctionsFrom(corrections) }), [chosen, corrections]);
}
