import { makeStyles, tokens } from "@fluentui/react-components";
import type { LedgerVerdict } from "../../../engine/narrative";

/** As they are listed: what must be mended first. */
export const verdicts: readonly LedgerVerdict[] = ["contradicted", "rounding", "agreed", "not-comparable"];

/** What is said of a number, and a sign, so that nothing hangs on the colour alone. */
export const verdictWords: Readonly<Record<LedgerVerdict, { readonly word: string; readonly sign: string }>> = {
  contradicted: { word: "不符", sign: "✗" },
  rounding: { word: "尾差", sign: "≈" },
  agreed: { word: "一致", sign: "✓" },
  "not-comparable": { word: "无从核对", sign: "?" },
};

/** How a number is marked in its text. */
export const useVerdictStyles = makeStyles({
  contradicted: {
    color: tokens.colorPaletteRedForeground1,
    borderBottom: `2px solid ${tokens.colorPaletteRedBorderActive}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  rounding: {
    color: tokens.colorNeutralForeground2,
    borderBottom: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  agreed: {
    color: tokens.colorPaletteGreenForeground1,
    borderBottom: `1px solid ${tokens.colorPaletteGreenBorderActive}`,
  },
  "not-comparable": {
    color: tokens.colorNeutralForeground2,
    borderBottom: `2px dotted ${tokens.colorNeutralStrokeAccessible}`,
  },
});
