import type { FormulaFunction } from "./function-call";
import { guarded, numberArgument, scalarArgument, sound } from "./function-call";
import { DIVISION_ERROR, NUMBER_ERROR, roundTo } from "./values";

export const MATHEMATICS = {
  ROUND: guarded((call) => roundTo(numberArgument(call, 0), numberArgument(call, 1), "nearest")),
  ROUNDUP: guarded((call) => roundTo(numberArgument(call, 0), numberArgument(call, 1), "up")),
  ROUNDDOWN: guarded((call) => roundTo(numberArgument(call, 0), numberArgument(call, 1), "down")),
  TRUNC: guarded((call) => roundTo(numberArgument(call, 0), numberArgument(call, 1), "down")),
  INT: guarded((call) => Math.floor(numberArgument(call, 0))),
  ABS: guarded((call) => Math.abs(numberArgument(call, 0))),
  SIGN: guarded((call) => Math.sign(numberArgument(call, 0))),
  POWER: guarded((call) => numberArgument(call, 0) ** numberArgument(call, 1)),
  SQRT: guarded((call) =>
    numberArgument(call, 0) < 0 ? sound<number>(NUMBER_ERROR) : Math.sqrt(numberArgument(call, 0)),
  ),
  MOD: guarded((call) => {
    const [dividend, divisor] = [numberArgument(call, 0), numberArgument(call, 1)];
    return divisor === 0 ? DIVISION_ERROR : dividend - divisor * Math.floor(dividend / divisor);
  }),
  N: guarded((call) => {
    const value = sound(scalarArgument(call, 0));
    return typeof value === "number" ? value : value === true ? 1 : 0;
  }),
} satisfies Readonly<Record<string, FormulaFunction>>;
