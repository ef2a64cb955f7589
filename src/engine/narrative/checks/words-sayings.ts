import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { quoted } from "../parameters";

export const reasonMissing = declare("narrative-reason-missing", {
  parameters: z.strictObject(quoted),
  title: ({ text }) => `说明中“${text}”没有写出原因`,
  lines: () => ["请补写原因，或删去这半句"],
});

export const templateLeft = declare("narrative-template-left", {
  parameters: z.strictObject({ ...quoted, words: z.string() }),
  title: ({ text, words }) => `说明中“${text}”留有模板的字样“${words}”`,
  lines: () => ["请按实际情况改写，删去模板的提示"],
});

export const wordedAsDepartment = declare("narrative-worded-as-department", {
  parameters: z.strictObject(quoted),
  title: ({ text }) => `单位预算的说明中写作“${text}”，应为本单位`,
  lines: () => [],
});

export const otherLevel = declare("narrative-other-level", {
  parameters: z.strictObject({ words: z.string(), level: z.string() }),
  title: ({ words, level }) => `${level}部门的说明中写的都是“${words}”，没有一处写“${level}”`,
  lines: () => ["可能照抄了上级的文字，请改为本级"],
});

export const mixedThousands = declare("narrative-mixed-thousands", {
  parameters: z.strictObject({ ...quoted, example: z.string() }),
  title: ({ text, example }) => `说明中千位分隔符写法不一：“${example}”与“${text}”`,
  lines: () => [],
});

export const numberSkipped = declare("narrative-number-skipped", {
  parameters: z.strictObject({ ...quoted, before: z.int(), found: z.int() }),
  reason: ({ before, found }) => `${before} ${found}`,
  title: ({ text, before, found }) => `说明的编号从 ${before} 跳到了 ${found}（“${text}”），中间可能漏了一条`,
  lines: () => [],
});

/** `other`: the item whose words stand there, or the words themselves. */
export const textOfOtherItem = declare("narrative-text-of-other-item", {
  parameters: z.strictObject({ ...quoted, name: z.string(), other: z.string() }),
  title: ({ text, name, other }) => `说明“${name}”一项中“${text}”说的是“${other}”`,
  lines: () => ["可能是从别的项目抄来没有改，请核对"],
});

export const reasonAgainstChange = declare("narrative-reason-against-change", {
  parameters: z.strictObject({ ...quoted, change: z.string() }),
  title: ({ text, change }) => `说明中“${change}”，“${text}”却与增减方向相反`,
  lines: () => ["请核对增减方向或原因"],
});

/** `explained`: how many others of the kind give a reason. */
export const changeUnexplained = declare("narrative-change-unexplained", {
  parameters: z.strictObject({ ...quoted, explained: z.int() }),
  title: ({ text }) => `说明中“${text}”没有写原因`,
  lines: ({ explained }) => [`同类的增减有 ${explained} 处写了原因，请补写`],
});
