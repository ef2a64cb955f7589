import { makeStyles, tokens } from "@fluentui/react-components";

/** A card and what stands in it, alike in 评分 and 自评表. */
export const useCardStyles = makeStyles({
  card: {
    background: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
    marginBottom: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  /** Small print between what chooses and the list below it. */
  above: {
    margin: "5px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: "2px 0 0", paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "2px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
  quiet: {
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
  },
  view: { display: "flex", flexDirection: "column", gap: "10px" },
});
