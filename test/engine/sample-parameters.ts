import type { z } from "zod/mini";

/** What schemas of parameters are made of. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly innerType?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly checks?: readonly unknown[];
}

/** Parameters that satisfy a schema: filled, of one element, the first of several ways. */
export function sampleOf(schema: z.ZodMiniType): unknown {
  const { type, shape, innerType, element, options, entries, checks } = schema._zod.def as unknown as Definition;
  switch (type) {
    case "object":
      return Object.fromEntries(Object.entries(shape!).map(([name, part]) => [name, sampleOf(part)]));
    case "array":
      return [sampleOf(element!)];
    case "nullable":
      return sampleOf(innerType!);
    case "union":
      return sampleOf(options![0]!);
    case "enum":
      return Object.values(entries!)[0];
    case "boolean":
      return true;
    case "number":
      return 2;
    case "string":
      // A text with a pattern is an exact decimal.
      return (checks ?? []).length > 0 ? "1.5" : "某名";
    default:
      throw new Error(`parameters of the type ${type} have no sample`);
  }
}
