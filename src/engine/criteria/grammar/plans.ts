/** What is to be done or looked at, in numbers, before the rule: "以全年12次巡河为基准", "考核对象为6个街道". */

import { unitOf } from "../../language";
import type { Production } from "../../language";
import type { Clause, Quantity } from "../tree";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import type { Name } from "./names";

const counts = (at: Quantity): boolean => at.unit !== "分" && unitOf(at.unit).dimension === "count";

const plan = (name: string, at: Quantity, behind: string): Clause => ({
  kind: "plan",
  when: { kind: "bare", measure: "value", name, at, explicit: false, ...(behind === "" ? {} : { behind }) },
});

const IS = any(
  token("comparator", (_v, t) => /^[为是]$/u.test(t.word)),
  token("give", (_v, t) => /^[为是]$/u.test(t.word)),
  token("includes", (v) => v.yes === true),
);

export const PLAN_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "以全年12次巡河为基准",
    [
      token("by", (_v, t) => t.word === "以"),
      optional(token("scope")),
      symbol("number"),
      optional(symbol("name")),
      any(
        token("noun", (_v, t) => t.word.endsWith("为")),
        token("comparator", (_v, t) => t.word === "为"),
      ),
      any(
        token("undefined", (_v, t) => /^(?:基数|基准|底数)$/u.test(t.word)),
        token("noun", (_v, t) => /^(?:准|基础|基准)$/u.test(t.word)),
        token("target", (_v, t) => /^(?:标准|目标|目标值|指标值)$/u.test(t.word)),
      ),
    ],
    ([, , at, name, is, what]) =>
      counts(as<Quantity>(at))
        ? plan("以", as<Quantity>(at), `${as<Name | null>(name)?.text ?? ""}${wordOf(is)}${wordOf(what)}`)
        : null,
  ),
  rule(
    "clause",
    "制度应有8项",
    [symbol("name"), symbol("number")],
    ([name, at]) =>
      /(?:应|需|须|共|计划)(?:完成|开展|编制|制定|建立|举办)?有?$/u.test(as<Name>(name).text) &&
      counts(as<Quantity>(at))
        ? plan(as<Name>(name).text, as<Quantity>(at), "")
        : null,
    2,
  ),
  rule(
    "clause",
    "考核对象为6个街道",
    [optional(token("purpose")), symbol("name"), IS, symbol("number"), optional(symbol("name"))],
    ([purpose, name, is, at, what]) =>
      /(?:对象|范围|单位|总数|基数|样本|内容)$/u.test(as<Name>(name).text) && counts(as<Quantity>(at))
        ? plan(
            `${wordOf(purpose)}${as<Name>(name).text}${wordOf(is)}`,
            as<Quantity>(at),
            as<Name | null>(what)?.text ?? "",
          )
        : null,
    2,
  ),
];
