import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { Exact } from "../../workbook";
import { amount, amountText, compared, quoted, type Amount } from "../parameters";

const withParts = { ...compared, parts: z.array(z.strictObject({ name: z.string(), amount })) };
type WithParts = z.infer<z.ZodMiniObject<typeof withParts>>;

/** Longer lists are folded to this many items. */
const MOST_SHOWN = 6;

/** "公务接待费 4.50万元 ＋ …": the parts that are not nothing. */
function addends(parts: readonly { readonly name: string; readonly amount: Amount }[]): string {
  const filled = parts.filter((part) => !new Exact(part.amount.value).isZero());
  const shown = (filled.length > 0 ? filled : parts).map((part) => `${part.name} ${amountText(part.amount)}`);
  return `${shown.slice(0, MOST_SHOWN).join(" ＋ ")}${shown.length > MOST_SHOWN ? ` ＋ …（共 ${shown.length} 项）` : ""}`;
}

function sumLines({ parts, stated, expected }: WithParts): string[] {
  return [`${addends(parts)} ＝ ${amountText(expected)}`, `说明中写的是 ${amountText(stated)}`];
}

export const partsDiffer = declare("narrative-parts", {
  parameters: z.strictObject(withParts),
  title: ({ text, expected }) => `说明中“${text}”与各组成部分之和 ${amountText(expected)}不相等`,
  lines: sumLines,
  pass: ({ text }) => `说明中“${text}”等于各组成部分之和`,
});

export const partsExceed = declare("narrative-parts-exceed", {
  parameters: z.strictObject(withParts),
  title: ({ text, expected }) => `说明中各组成部分之和 ${amountText(expected)}，超过了“${text}”`,
  lines: sumLines,
  pass: ({ text }) => `说明中各组成部分之和不超过“${text}”`,
});

/** `names`: the rows of the tables that make up what is missing. */
export const rowLeftOut = declare("narrative-row-left-out", {
  parameters: z.strictObject({ ...quoted, names: z.array(z.string()), gap: amount }),
  reason: ({ names }) => names.join(),
  title: ({ text, names, gap }) => `说明中“${text}”的组成没有写全：少 ${amountText(gap)}，表中有“${names.join("”“")}”`,
  lines: () => ["请在说明中补写，或核对所列各项"],
});
