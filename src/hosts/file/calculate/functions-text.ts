import type { FormulaFunction, FunctionCall } from "./function-call";
import { guarded, numberArgument, scalarArgument, sound } from "./function-call";
import { VALUE_ERROR, textNumber, toText } from "./values";

function textArgument(call: FunctionCall, position: number): string {
  return sound(toText(scalarArgument(call, position)));
}

function joined(call: FunctionCall): string {
  return call.arguments.map((_, position) => textArgument(call, position)).join("");
}

/** Most letters that Excel keeps in a cell. */
const LONGEST_TEXT = 32767;

export const TEXTS = {
  CONCATENATE: guarded(joined),
  LEN: guarded((call) => textArgument(call, 0).length),
  LEFT: guarded((call) => textArgument(call, 0).slice(0, numberArgument(call, 1, 1))),
  RIGHT: guarded((call) => {
    const text = textArgument(call, 0);
    return text.slice(Math.max(0, text.length - numberArgument(call, 1, 1)));
  }),
  MID: guarded((call) =>
    textArgument(call, 0).slice(numberArgument(call, 1) - 1, numberArgument(call, 1) - 1 + numberArgument(call, 2)),
  ),
  TRIM: guarded((call) => textArgument(call, 0).replace(/ +/g, " ").trim()),
  REPT: guarded((call) =>
    textArgument(call, 0).repeat(Math.min(LONGEST_TEXT, Math.max(0, Math.trunc(numberArgument(call, 1))))),
  ),
  VALUE: guarded((call) => {
    const value = sound(scalarArgument(call, 0));
    return typeof value === "number" ? value : (textNumber(sound(toText(value))) ?? VALUE_ERROR);
  }),
} satisfies Readonly<Record<string, FormulaFunction>>;
