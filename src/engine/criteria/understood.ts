/** What a score rests on, one by one: typed for whoever lets it be chosen, in words for whoever reads it. */

import type { ConventionName } from "./conventions";
import { say, sayConvention } from "./locale";

/** A convention with the value that was taken. */
export interface NamedConvention {
  readonly name: ConventionName;
  readonly value: string;
}

/** One thing that a score rests on. `convention` is null where there is nothing to choose by name. */
export interface Understood {
  readonly convention: NamedConvention | null;
  /** A sentence without its full stop. */
  readonly words: string;
}

/** A convention that was leaned on, with its sentence. */
export function understoodBy(convention: NamedConvention): Understood {
  return { convention, words: sayConvention(convention.name, convention.value) };
}

/** The entry of the contract's `assumptions`: the sentence, with NAME=VALUE behind it where there is a convention. */
export function asAssumption({ convention, words }: Understood): string {
  return convention === null ? words : say({ code: "assumption", words, ...convention });
}
