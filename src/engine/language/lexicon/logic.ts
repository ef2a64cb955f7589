/** Words of logic: every, any, and, or, but, if, otherwise, not, except. */

import type { LexiconTable } from "./entry";

export const LOGIC_WORDS: readonly LexiconTable[] = [
  { cls: "per", value: {}, words: "每 每有 每当 每逢" },
  {
    cls: "any",
    value: {},
    words: "其中 任一 任意 任何 任何一 任意一 任一项 其中任一 其中一项 其中任何 任何一项 分别 各自 逐项 各",
  },
  { cls: "and", value: {}, words: "且 并且 并 而且 同时 又 以及 与此同时 同时满足 并能 且能 并达到 同时达到" },
  { cls: "or", value: {}, words: "或 或者 抑或 或是" },
  { cls: "but", value: {}, words: "但 但是 然而 而 但仍 不过 但仅", next: /^(?!$)/u },
  {
    cls: "if",
    value: {},
    words: "如果 若 如 一旦 凡 凡是 假如 倘若 如若 若是 如有 若有 如出现 对于 对 当 针对",
    before: /^$|[,;。:(]$|[的则]$/u,
  },
  {
    cls: "otherwise",
    value: {},
    words: [
      "否则 其他 其余 其它 其他情况 其余情况 其他情形 其它情况 除此之外 反之 否则的话 其余均 其余的 其他均 不满足上述条件 其余者 余下 余者 此后 超过以上时限 超出此范围",
      "超出该范围 超出上述范围 超出以上范围 超出这一范围 超出范围外 超出此区间 超出该区间 超出上述区间 不在此范围 不在此范围内 不在上述范围 不在上述范围内 不在此区间 不在该区间",
      "此范围外 此范围以外 上述范围以外 上述以外 以上以外 除上述情况外 除此以外 除此外 未达到上述标准 未达到上述要求 未达上述标准 达不到上述标准 达不到以上标准 不符合上述条件",
      "不符合上述要求 不满足以上条件 以外情况 以外情形 余下情况 别的情况",
    ].join(" "),
  },
  { cls: "otherwise", value: {}, words: "之后 其后", before: /^$|[,;。]$/u },
  {
    cls: "negation",
    value: {},
    words:
      "未按 未按照 未按规定 未按要求 未依 不按 不按照 未 不 没有 没 未能 不能 无法 并未 尚未 未有 未曾 不得 非 从未 不再 未予 均未 仍未 也未 仍不 不会",
  },
  { cls: "negation", value: {}, words: "未经", next: /^(?:批准|审批|许可|同意|授权|核准)/u },
  {
    cls: "negation",
    value: { none: true },
    words:
      "无 零 没有发生 没有出现 未发生 未出现 未发现 未产生 未造成 不发生 不出现 不存在 未存在 未查出 未引发 未接到 未收到 不产生 未有发生 无发生 零发生 0发生",
  },
  {
    cls: "except",
    value: {},
    words: "除外 除非 不在此限 不计入 不计 不受此限 例外 剔除 扣除不可抗力 豁免 免于 不纳入",
  },
  {
    cls: "via",
    value: {},
    words:
      "原则上 原则 一般情况下 通常 经 经过 须 需 必须 须经 需经 应经 以审计 凭 依据 前提 为前提 方可 方能 才能 才 仅 仅限 只 只限 只有 只能 且须 并须 视同 视为 视作 暂 暂不 待 除 据实",
  },
  { cls: "join", value: {}, words: "、 和 与 及 / 同" },
];
