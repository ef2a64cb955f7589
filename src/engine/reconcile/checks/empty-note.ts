import { z } from "zod/mini";
import { normalise, type Table } from "../../tables";
import { AmountState, CellKind, type CellId } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";

export const emptyNoteDiffers = declare("empty-note", {
  parameters: z.strictObject({ table: z.string(), note: z.string() }),
  title: ({ table }) => `${table}注明是空表，表里却有数`,
  lines: ({ note }) => [
    `写的是：${note}`,
    "多半是沿用了上年或别的表的注。请看是注要删，还是表里的数不该有，并写明理由。",
  ],
  pass: ({ table }) => `${table}注明是空表，表里没有数`,
});

/** "故本表为空表", "此表无数据"; what is said for the case that it were so ("如本表为空，请注明") says nothing. */
const emptyNote =
  /(?:本|此|该)表(?:格)?(?:为|系|是)?(?:空(?:表|白)?|无(?:数据|内容|数))(?:[,，;；。.!！)）]|列示|公开|$)/;
const supposed = /(?:如果?|若|凡|请)[^。;；]{0,12}(?:本|此|该)表|[没无][^。;；]*的(?:单位|部门)/;

/** A note at a table that says that it is empty, where it has a figure. */
export const emptyNoteAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [emptyNoteDiffers],
  run(context) {
    const { table, rule } = context;
    const [note] = notesOf(context);
    if (note === undefined) return [];
    const figure = firstFigure(context);
    return [
      {
        rule: rule.id,
        outcome: figure === null ? ("pass" as const) : ("fail" as const),
        severity: rule.severity,
        operands: [
          { cell: note.cell, role: "reported" as const },
          ...(figure === null ? [] : [{ cell: figure, role: "other" as const }]),
        ],
        reported: null,
        computed: null,
        difference: null,
        detail: emptyNoteDiffers.with({ table: table.template.short, note: note.text.trim() }),
        equation: null,
      },
    ];
  },
});

/** The notes of a table: on its sheet from its top to where the next table begins. */
function notesOf({ table, tables }: CheckContext<unknown>): { readonly cell: CellId; readonly text: string }[] {
  const { sheet, area } = table;
  const isNext = (other: Table): boolean => other.sheet === sheet && other.area.top > area.top;
  const end = Math.min(...tables.filter(isNext).map((other) => other.area.top), Infinity);
  const isBeside = tables.some((other) => other !== table && other.sheet === sheet && other.area.top === area.top);
  if (isBeside) return [];
  const width = sheet.columns.length;
  const found: { cell: CellId; text: string }[] = [];
  sheet.texts.forEach((text, index) => {
    const row = sheet.rows[Math.floor(index / width)]!;
    if (text === undefined || sheet.kinds[index] !== CellKind.Text || row < area.top || row >= end) return;
    const words = normalise(text);
    if (emptyNote.test(words) && !supposed.test(words)) found.push({ cell: sheet.base + index, text });
  });
  return found;
}

/** The first figure of a table that is not nothing. */
function firstFigure({ figures, table, amounts }: CheckContext<unknown>): CellId | null {
  for (const section of figures.sectionsOf(table))
    for (const cell of section.cells)
      if (cell >= 0 && amounts.state[cell] !== AmountState.Blank && amounts.value(cell)?.isZero() === false)
        return cell;
  return null;
}
