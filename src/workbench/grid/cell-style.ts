import type { CSSProperties } from "react";
import type { Dress } from "../../hosts/simulated/model/dress";
import type { MutableLook } from "../../hosts/simulated/model/sheet";

const GRID_LINE = "1px solid #e1e1e1";
const BLACK_ON_WHITE = "#000000";

const lines: Readonly<Record<string, string>> = {
  Continuous: "solid",
  Dash: "dashed",
  Dot: "dotted",
  medium: "solid",
  thick: "solid",
  double: "double",
  dashed: "dashed",
  dotted: "dotted",
  hair: "dotted",
};
const justify: Readonly<Record<string, CSSProperties["justifyContent"]>> = {
  Left: "flex-start",
  Center: "center",
  Right: "flex-end",
  CenterContinuous: "center",
  Distributed: "center",
};
const align: Readonly<Record<string, CSSProperties["alignItems"]>> = {
  Top: "flex-start",
  Center: "center",
  Bottom: "flex-end",
  Justify: "flex-start",
};

/**
 * How a cell is drawn: its own format, under a mark where there is one. A sheet stays paper white in every theme, as in
 * Excel.
 */
export function cellStyle(
  dress: Dress | undefined,
  mark: MutableLook | null,
  isNumber: boolean,
  zoom: number,
): CSSProperties {
  const horizontal = dress?.horizontal ?? (isNumber ? "Right" : "Left");
  return {
    color: mark?.colour ?? dress?.colour ?? BLACK_ON_WHITE,
    background: mark?.fill ?? dress?.fill,
    fontWeight: (mark?.bold ?? dress?.bold) ? 700 : undefined,
    fontStyle: (mark?.italic ?? dress?.italic) ? "italic" : undefined,
    textDecoration: dress?.underline ? "underline" : undefined,
    fontSize: `${(dress?.size ?? 11) * zoom}pt`,
    justifyContent: justify[horizontal] ?? "flex-start",
    textAlign: horizontal === "Center" ? "center" : horizontal === "Right" ? "right" : "left",
    alignItems: align[dress?.vertical ?? "Bottom"] ?? "flex-end",
    whiteSpace: dress?.wrap ? "pre-wrap" : "pre",
    overflowWrap: dress?.wrap ? "anywhere" : undefined,
    ...borders(dress, mark),
  };
}

function borders(dress: Dress | undefined, mark: MutableLook | null): CSSProperties {
  if (mark?.border) return { border: `1px ${lines[mark.border.style] ?? "solid"} ${mark.border.colour}` };
  const side = (name: "top" | "bottom" | "left" | "right"): string | undefined => {
    const border = dress?.borders?.[name];
    return border && `1px ${lines[border.style] ?? "solid"} ${border.colour}`;
  };
  return {
    borderTop: side("top"),
    borderLeft: side("left"),
    borderRight: side("right") ?? GRID_LINE,
    borderBottom: side("bottom") ?? GRID_LINE,
  };
}
