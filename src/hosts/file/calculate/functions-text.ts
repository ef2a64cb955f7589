import type { FormulaFunction, FunctionCall } from "./function-call";
import { guarded, numberArgument, scalarArgument, sound } from "./function-call";
import { VALUE_ERROR, textNumber, toText } from "./values";

function textArgument(call: FunctionCall, position: number): string {
  return sound(toText(scalarArgument(call, position)));
}

function joined(call: FunctionCall): string {
  return call.arguments.map((_, position) => textArgument(call, position)).join("");
}

export const TEXTS: Readonly<Record<string, FormulaFunction>> = {
  CONCATENATE: guarded(joined),
  LEN: guarded((call) => textArgument(call, 0).length),
  LEFT: guarded((call) => textArgument(call, 0).slice(0, numberArgument(call, 1, 1))),
  RIGHT: guarded((call) => {
    const text = textArgument(call, 0);
    return text.slice(Math.max(0, text.length - numberArgument(call, 1, 1)));
  }),
  MID: guarded((call) => textArgument(call, 0).slice(numberArgument(call, 1) - 1, numberArgument(call, 1) - 1 + numberArgument(call, 2))),
  TRIM: guarded((call) => textArgument(call, 0).replace(/ +/g, " ").trim()),
  VALUE: guarded((call) => {
    const value = sound(scalarArgument(call, 0));
    return typeof value === "number" ? value : (textNumber(sound(toText(value))) ?? VALUE_ERROR);
  }),
};
