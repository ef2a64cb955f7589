import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  head: {
    background: "none",
    border: "none",
    padding: "4px 0",
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    textAlign: "left",
    display: "flex",
    gap: "4px",
    ":hover": { color: tokens.colorNeutralForeground2Hover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  sign: { display: "inline-block", width: "1em", flexShrink: 0 },
});

interface FoldProps {
  readonly label: string;
  /** Drawn only when it is open. */
  readonly children: ReactNode;
}

/** Something that is folded away until it is asked for. */
export function Fold({ label, children }: FoldProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.sign} aria-hidden="true">
          {open ? "▾" : "▸"}
        </span>
        <span>{label}</span>
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  );
}
