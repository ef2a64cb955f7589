import { z } from "zod/mini";
import { declare, declarationsOf, type Detail } from "../../../src/engine/reconcile";

const parameters = z.strictObject({ text: z.string() });
const words = {
  parameters,
  title: ({ text }: z.infer<typeof parameters>) => `${text}不符`,
  lines: () => [],
  pass: ({ text }: z.infer<typeof parameters>) => `${text}一致`,
};

const plain = declare("made-plain", words);
const bound = declare("made-bound", { ...words, relation: "bound" });
const derived = declare("made-derived", { ...words, relation: "derived" });
const blocks = declare("made-blocks", { ...words, relation: "blocks" });
const sums = declare("made-sums", { ...words, sums: true });
const grouped = declare("made-grouped", { ...words, reason: () => "同一个原因" });
const alike = declare("made-alike", {
  ...words,
  parameters: z.strictObject({ text: z.string(), name: z.string() }),
  alike: {
    subject: ({ name }) => name,
    place: ({ text }) => text,
    fault: () => "的实际完成值照抄了指标值，不是完成数",
    item: ({ text }) => `${text}≥9家`,
    advice: () => "请填实际完成的数。",
  },
});

const made = { plain, bound, derived, blocks, sums, grouped } as const;

/** Ways in which what a made check says stands to what others say. */
export type MadeRelation = keyof typeof made;
export const madeRelations = Object.keys(made) as MadeRelation[];

/** What a made check says of something that it calls `text`. */
export function madeSaying(relation: MadeRelation, text = "某数"): Detail {
  return made[relation].with({ text });
}

/** The same fault at an indicator `text` of `name`. */
export function madeAlike(name: string, text: string): Detail {
  return alike.with({ name, text });
}

/** What equations and made checks may say. */
export const madeDeclarations = declarationsOf({
  made: { scope: "workbook", parameters: z.strictObject({}), says: [...Object.values(made), alike], run: () => [] },
});
