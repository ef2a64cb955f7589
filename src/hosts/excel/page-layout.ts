import type { AuthoredSheet } from "../../engine/workbook";

/**
 * Lays sheets out for printing, as far as Excel can: without a printer it refuses, and what was written stays. One
 * round trip where a sheet wants it; never throws.
 */
export async function layOutPages(
  context: Excel.RequestContext,
  sheets: readonly AuthoredSheet[],
  names: readonly string[],
): Promise<void> {
  if (sheets.every(({ print }) => !print)) return;
  sheets.forEach(({ print }, position) => {
    if (!print) return;
    const { pageLayout } = context.workbook.worksheets.getItem(names[position]!);
    pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = print.onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
    if (print.titleRow !== undefined) pageLayout.setPrintTitleRows(`$${print.titleRow + 1}:$${print.titleRow + 1}`);
  });
  try {
    await context.sync();
  } catch {
    // The sheet prints as Excel prints any other.
  }
}
