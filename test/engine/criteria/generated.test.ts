/**
 * Sentences made from the grammar itself: whatever it can say, its reading says again. Every production takes part by
 * its example, set into the clauses that hold its symbol; one to three clauses make a sentence.
 */

import fc from "fast-check";
import { compileCriterion, printRule, withoutPlaces } from "../../../src/engine/criteria";
import { PRODUCTIONS_BY_SUBJECT } from "../../../src/engine/criteria/grammar";
import type { Production } from "../../../src/engine/language/chart";

/** Clauses around what is not a clause by itself. */
const FRAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["clause", ["@"]],
  ["conditions", ["@得满分", "@得5分", "@的扣2分", "@，不得分"]],
  ["condition", ["@得满分", "@得5分", "@的，得分值的60%", "@不得分"]],
  ["grades", ["@得8分"]],
  ["range", ["满意度@得满分", "合格率@得5分", "@不得分"]],
  ["one-side", ["满意度@得满分", "合格率@不得分"]],
  ["number", ["会议不少于@得满分", "会议少于@不得分"]],
  ["share-range", ["@得满分", "实际完成值@得5分"]],
  ["share-one", ["@得满分", "实际完成值@得5分"]],
  ["outcomes", ["满意度90%以上@", "未完成的@"]],
  ["outcome", ["满意度90%以上@", "完成率低于70%，@"]],
  ["points", ["满意度90%以上得@", "每少1次扣@"]],
  ["share", ["满意度90%以上得@的分值"]],
  ["formula", ["完成率80%以上，@", "@"]],
  ["sum", ["得分=(@)×分值"]],
  ["product", ["得分=@×分值"]],
  ["factor", ["得分=@×分值"]],
  ["variable", ["得分=@×分值"]],
  ["step", ["@扣1分", "完成10次得满分，@扣0.5分，扣完为止"]],
  ["single-step", ["@扣1分", "完成10次得满分，@扣2分"]],
  ["step-part", ["每少10个扣1分，@", "每低5个百分点扣1分，@"]],
  ["limit", ["每少1次扣1分，@", "每超1个百分点扣0.5分，@"]],
  ["name", ["@90%以上得满分", "@不少于10个得满分"]],
  ["phrase", ["@得满分", "@的扣2分"]],
]);

/** The same sentences on every machine; `SEED=…` tries others. */
const SEED = Number(process.env.SEED ?? 1);

const joined = (clauses: readonly string[]): string => clauses.join("；");

function clauseOf(production: Production): fc.Arbitrary<string> {
  const frames = FRAMES.get(production.symbol);
  return frames === undefined
    ? fc.constant(production.example)
    : fc.constantFrom(...frames).map((frame) => frame.replace("@", () => production.example));
}

describe.each(Object.entries(PRODUCTIONS_BY_SUBJECT))("由语法自己造的句子（%s）", (_subject, productions) => {
  it("读得懂的，写出来再读回去，读法不变", () => {
    let read = 0;
    const all = Object.values(PRODUCTIONS_BY_SUBJECT).flat();
    const clause = fc.constantFrom<Production>(...productions).chain(clauseOf);
    const other = fc.constantFrom<Production>(...all).chain(clauseOf);
    const sentence = fc.tuple(clause, fc.array(other, { maxLength: 2 })).map(([one, more]) => joined([one, ...more]));
    fc.assert(
      fc.property(sentence, (text) => {
        const { rules, rule, state } = compileCriterion(text);
        if (state !== "rule" || rules.length > 1 || rule.statements.some((s) => s.kind === "residue")) return;
        read += 1;
        const printed = printRule(rule);
        expect({ text, printed, rule: withoutPlaces(compileCriterion(printed).rule) }).toEqual({
          text,
          printed,
          rule: withoutPlaces(rule),
        });
      }),
      { numRuns: 6 * productions.length, seed: SEED },
    );
    expect(read).toBeGreaterThan(productions.length);
  });
});
