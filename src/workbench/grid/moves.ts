import type { Area } from "../../engine/workbook";
import type { Place } from "../../hosts/simulated";

/** How many rows a page is. */
const PAGE = 20;

/** Where a key leads from an area; null for keys that lead nowhere. */
export function moveBy(key: string, control: boolean, { top, left, bottom, right }: Area, last: Place): Place | null {
  switch (key) {
    case "ArrowUp":
      return place(control ? 0 : top - 1, left, last);
    case "ArrowDown":
      return place(control ? last.row : bottom + 1, left, last);
    case "ArrowLeft":
      return place(top, control ? 0 : left - 1, last);
    case "ArrowRight":
      return place(top, control ? last.column : right + 1, last);
    case "Home":
      return place(control ? 0 : top, 0, last);
    case "End":
      return place(control ? last.row : top, last.column, last);
    case "PageUp":
      return place(top - PAGE, left, last);
    case "PageDown":
      return place(top + PAGE, left, last);
    default:
      return null;
  }
}

function place(row: number, column: number, last: Place): Place {
  return { row: Math.min(Math.max(row, 0), last.row), column: Math.min(Math.max(column, 0), last.column) };
}

/** The smallest area that holds two others. */
export function spanOf(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}
