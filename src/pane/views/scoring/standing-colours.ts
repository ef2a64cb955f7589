import { makeStyles, tokens } from "@fluentui/react-components";
import type { Standing } from "../../../engine/evaluation/scoring";

/** Colour of a standing, at least 4.5:1 on the card in every theme. */
export const useStandingColours = makeStyles<Standing>({
  judge: { color: tokens.colorPaletteMarigoldForeground2 },
  incomplete: { color: tokens.colorPaletteMarigoldForeground2 },
  unreadable: { color: tokens.colorPaletteRedForeground1 },
  differs: { color: tokens.colorPaletteRedForeground1 },
  scored: { color: tokens.colorPaletteGreenForeground1 },
  "by-person": { color: tokens.colorNeutralForeground2 },
  "not-yet": { color: tokens.colorNeutralForeground2 },
});
