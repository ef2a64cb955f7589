import type { ReactNode } from "react";
import type { LongWork } from "./use-long-work";

/** How far long work is, and a way to stop it. */
export function WorkNotice({ work: { shown, stop } }: { readonly work: LongWork }): ReactNode {
  if (shown === null) return null;
  return (
    <div className="workbench-notice">
      {shown.title}… <progress aria-label={shown.title} value={shown.share} />
      <button type="button" onClick={stop}>
        停止
      </button>
    </div>
  );
}
