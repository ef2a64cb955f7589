/** What a pass gets and gives. */

import type { CompiledCriterion } from "../compile";
import { originalSpan } from "../../language";
import type { Span } from "../../language";
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
