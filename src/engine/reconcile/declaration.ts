import { z } from "zod/mini";
import type { CellId } from "../workbook";
import type { Detail } from "./outcome";

/** A parameter that is an exact decimal, as text: amounts, points, scores, shares. */
export const decimal = z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/));

/** What the words of an outcome may use beside its parameters. Amounts are exact decimals as text. */
export interface Account {
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  /** Unit of the reported cell; null where the figures are no amounts of money. */
  readonly unit: string | null;
  /** Terms of the left and right side of an equation in that unit, zeros left out; empty for other checks. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Name of a cell that the parameters give by number: "收入总表“行政运行”合计（E12）". */
  nameOf(cell: CellId): string;
}

/** How several places with the same fault are told in one finding. The words of the fault say what is the same. */
export interface AlikeWords<Parameters> {
  /** Whose they are, as it begins the title: "项目支出绩效目标表“某项目”". */
  subject(parameters: Parameters): string;
  /** One place by name, behind the subject where it is the only one; "" where the subject says it all. */
  place(parameters: Parameters): string;
  /** Behind "…有 3 条指标". */
  fault(parameters: Parameters, account: Account): string;
  /** One place for the list. */
  item(parameters: Parameters, account: Account): string;
  /** What to do, or an example from the first place. */
  advice(parameters: Parameters, account: Account): string;
}

/** What keeps a check from being told. */
export type Hindrance =
  | { readonly kind: "unreadable"; readonly cell: CellId }
  /** Something that is not there; the same key means the same thing. */
  | { readonly kind: "missing"; readonly key: string };

/** What a check may say: parameters, words, and how it stands to what others say. Words are for people in Chinese. */
export interface Declaration<Code extends string = string, Parameters = never> {
  readonly code: Code;
  /** Schema of the parameters. Numbers that are no counts are exact decimals as text, like those of the outcome. */
  readonly parameters: z.ZodMiniType;
  /** The fault in one line. */
  title(parameters: Parameters, account: Account): string;
  /** The calculation and what to do, at most three lines. */
  lines(parameters: Parameters, account: Account): readonly string[];
  /** The title where the check passes; without it, it never does. */
  pass?(parameters: Parameters, account: Account): string;
  readonly alike?: AlikeWords<Parameters>;
  /**
   * What findings have in common that a person treats alike though they stand in several tables; without it, the fault
   * of `alike`. Findings that have neither stand for themselves.
   */
  reason?(parameters: Parameters): string;
  /**
   * How it stands to other figures. "bound": the reported figure is too large or too small against another, and would
   * do against a right one. "derived": what should be reported is calculated from others, any of which may be wrong.
   * "blocks": while the reported cells are as they are, no sum of them can be told.
   */
  readonly relation?: "bound" | "derived" | "blocks";
  /** A row is missing at the reported cell. */
  readonly lacksRow?: true;
  /** The reported figure is the sum of the cells with the role "part". */
  readonly sums?: true;
  /** The figures are amounts of a table, in the unit of the reported cell, as those of equations are. */
  readonly ofAmounts?: true;
  /** Of what cannot be told. */
  hindrance?(parameters: Parameters): Hindrance;
}

/** A declaration with its typed constructor. */
export interface Declared<Code extends string, Parameters> extends Declaration<Code, Parameters> {
  /** As a function where most outcomes pass: then the parameters are worked out when somebody asks for them. */
  with(parameters: Parameters | (() => Parameters)): Detail<Code, Parameters>;
}

/** Declares one thing that a check may say; `code` is unique among all checks. */
export function declare<Code extends string, Schema extends z.ZodMiniType>(
  code: Code,
  declared: Omit<Declaration<Code, z.infer<Schema>>, "code" | "parameters"> & { readonly parameters: Schema },
): Declared<Code, z.infer<Schema>> {
  return { ...declared, code, with: (parameters) => detailOf(code, parameters) };
}

function detailOf<Code extends string, Parameters>(
  code: Code,
  parameters: Parameters | (() => Parameters),
): Detail<Code, Parameters> {
  if (typeof parameters !== "function") return { code, parameters } as Detail<Code, Parameters>;
  return new LateDetail(code, parameters as () => Parameters) as unknown as Detail<Code, Parameters>;
}

/** A detail whose parameters are worked out when they are asked for, and once. */
class LateDetail<Code extends string, Parameters> {
  private known: Parameters | null = null;

  constructor(
    readonly code: Code,
    private readonly work: () => Parameters,
  ) {}

  get parameters(): Parameters {
    return (this.known ??= this.work());
  }
}
