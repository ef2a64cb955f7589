/**
 * The grammar as a reader sees it: every production has an example, and its example is read by it and by nothing
 * missing.
 */
import { CRITERIA_GRAMMAR } from "../../../src/engine/criteria/grammar";
import { Chart, Grammar } from "../../../src/engine/language/chart";
import type { Production } from "../../../src/engine/language/chart";
import { normaliseText } from "../../../src/engine/language/source-text";
import { tokenise } from "../../../src/engine/language/tokenise";

/** Whether a production reads the whole of its own example, asked before all others. */
function reads(production: Production): boolean {
  const { text } = normaliseText(production.example);
  const tokens = tokenise(text);
  const all = text.slice(tokens[0]!.span.start, tokens.at(-1)!.span.end);
  let used = false;
  const watched: Production = {
    ...production,
    rank: -1,
    make: (values, words) => {
      const value = production.make(values, words);
      used ||= value !== null && words === all;
      return value;
    },
  };
  const grammar = new Grammar(CRITERIA_GRAMMAR.productions.map((one) => (one === production ? watched : one)));
  const whole = new Chart(grammar, tokens, text).parses(production.symbol, 0).some(({ end }) => end === tokens.length);
  return used && whole;
}

test.each(CRITERIA_GRAMMAR.productions.map((p, at) => [`${at + 1}. ${p.symbol}：${p.example}`, p] as const))(
  "%s",
  (_name, production) => {
    expect(reads(production)).toBe(true);
  },
);

test("every symbol that a production names has productions of its own", () => {
  const known = new Set(CRITERIA_GRAMMAR.productions.map(({ symbol }) => symbol));
  const named = JSON.stringify(CRITERIA_GRAMMAR.productions.map(({ parts }) => parts)).matchAll(
    /"kind":"symbol","name":"([^"]+)"/gu,
  );
  expect([...new Set([...named].map(([, name]) => name!))].filter((name) => !known.has(name))).toEqual([]);
});
