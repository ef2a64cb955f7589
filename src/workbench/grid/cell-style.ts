import type { CSSProperties } from "react";
import type { Dress, MutableLook } from "../../hosts/simulated";

const GRID_LINE = "1px solid #e1e1e1";
const BLACK_ON_WHITE = "#000000";

const lines: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Continuous: "solid",
    Dash: "dashed",
    Dot: "dotted",
    medium: "solid",
    thick: "solid",
    double: "double",
    dashed: "dashed",
    dotted: "dotted",
    hair: "dotted",
  }),
);
const justify: ReadonlyMap<string, CSSProperties["justifyContent"]> = new Map(
  Object.entries({
    Left: "flex-start",
    Center: "center",
    Right: "flex-end",
    CenterContinuous: "center",
    Distributed: "center",
  }),
);
const align: ReadonlyMap<string, CSSProperties["alignItems"]> = new Map(
  Object.entries({
    Top: "flex-start",
    Center: "center",
    Bottom: "flex-end",
    Justify: "flex-start",
  }),
);

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
  return {
    ...letters({ ...dress, ...mark }, zoom),
    ...placing(dress, isNumber),
    ...borders(dress, mark),
  };
}

function letters({ colour, fill, bold, italic, underline, size = 11 }: Dress, zoom: number): CSSProperties {
  return {
    color: colour ?? BLACK_ON_WHITE,
    background: fill,
    fontWeight: bold ? 700 : undefined,
    fontStyle: italic ? "italic" : undefined,
    textDecoration: underline ? "underline" : undefined,
    fontSize: `${size * zoom}pt`,
  };
}

/** Where the text stands in the cell; without a format of its own a number stands on the right. */
function placing(dress: Dress | undefined, isNumber: boolean): CSSProperties {
  const horizontal = dress?.horizontal ?? (isNumber ? "Right" : "Left");
  return {
    justifyContent: justify.get(horizontal) ?? "flex-start",
    textAlign: horizontal === "Center" ? "center" : horizontal === "Right" ? "right" : "left",
    alignItems: align.get(dress?.vertical ?? "Bottom") ?? "flex-end",
    whiteSpace: dress?.wrap ? "pre-wrap" : "pre",
    overflowWrap: dress?.wrap ? "anywhere" : undefined,
  };
}

function borders(dress: Dress | undefined, mark: MutableLook | null): CSSProperties {
  if (mark?.border) return { border: `1px ${lines.get(mark.border.style) ?? "solid"} ${mark.border.colour}` };
  const side = (name: "top" | "bottom" | "left" | "right"): string | undefined => {
    const border = dress?.borders?.[name];
    return border && `1px ${lines.get(border.style) ?? "solid"} ${border.colour}`;
  };
  return {
    borderTop: side("top"),
    borderLeft: side("left"),
    borderRight: side("right") ?? GRID_LINE,
    borderBottom: side("bottom") ?? GRID_LINE,
  };
}
