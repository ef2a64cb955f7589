import { makeStyles, tokens } from "@fluentui/react-components";

/** Colour of each counter, for text and for the edge of a card: at least 4.5:1 on the pane's ground in every theme. */
export const useShadeStyles = makeStyles({
  error: { color: tokens.colorPaletteRedForeground1, borderLeftColor: tokens.colorPaletteRedBorderActive },
  explain: { color: tokens.colorPaletteMarigoldForeground2, borderLeftColor: tokens.colorPaletteMarigoldBorderActive },
  hint: { color: tokens.colorBrandForeground1, borderLeftColor: tokens.colorBrandStroke1 },
  rounding: { color: tokens.colorNeutralForeground3, borderLeftColor: tokens.colorNeutralStroke1 },
  "cannot-tell": { color: tokens.colorNeutralForeground2, borderLeftColor: tokens.colorNeutralStrokeAccessible },
});
