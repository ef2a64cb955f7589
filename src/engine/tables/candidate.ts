import type { LayoutInput, TableContent } from "./layout";
import type { Evidence } from "./table";
import type { TableTemplate } from "./template";
import type { TitleRow } from "./titles";

/** A read region that may turn out to be a page of the table before it. */
export interface Candidate {
  readonly template: TableTemplate;
  readonly input: LayoutInput;
  readonly content: TableContent;
  readonly title: TitleRow | null;
  readonly evidence: readonly Evidence[];
  /** A stretch without a header that can only go on with the table before it. */
  readonly joins?: boolean;
}
