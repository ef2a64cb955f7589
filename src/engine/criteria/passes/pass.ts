/** What a pass gets and gives. */

import type { CompiledCriterion } from "../compile";
import { originalSpan } from "../../language";
import type { Span } from "../../language";
import { resolveFigures } from "../scoring/figures";
import type { Figures } from "../scoring/figures";
import { ratesIn } from "../scoring/thresholds";
import { DEFAULT_CONVENTIONS } from "../conventions";
import type { Diagnostic, DiagnosticBody, Severity } from "./diagnostic";

/** The columns beside the criterion, before any actual exists. */
export interface CheckInput {
  readonly criterion: string;
  readonly target?: unknown;
  readonly unit?: string;
  readonly type?: string;
  readonly points?: unknown;
  readonly indicator?: string;
}

export type Pass = (compiled: CompiledCriterion, input: CheckInput) => readonly Diagnostic[];

/** A diagnostic at a place of the normalised text; without a place it is about the whole. */
export function finding(
  compiled: CompiledCriterion,
  severity: Severity,
  body: DiagnosticBody,
  span?: Span,
): Diagnostic {
  const { source } = compiled;
  return {
    ...body,
    severity,
    span: span === undefined ? { start: 0, end: source.original.length } : originalSpan(source, span),
  };
}

/** The target as the columns beside the criterion tell it: no actual exists yet, every convention is the default. */
export function figuresOfTarget({ rule }: CompiledCriterion, input: CheckInput): Figures {
  return resolveFigures(
    {
      target: input.target,
      actual: null,
      unit: input.unit ?? "",
      type: input.type ?? "",
      indicator: input.indicator ?? "",
      rates: ratesIn(rule),
    },
    (name) => DEFAULT_CONVENTIONS[name],
  );
}
