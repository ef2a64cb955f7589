import { mergeClasses } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode } from "react";
import { shadeWord } from "../../../engine/report";
import type { Shade } from "../../../engine/report";
import { shadeSigns } from "../../words";
import { briefTitle } from "./brief-title";
import { useRowStyles } from "./row-styles";
import { useShadeStyles } from "./shade-colours";

interface RowHeadProps {
  readonly shade: Shade;
  readonly title: string;
  /** For so many full-width signs the title is cut where it is folded. */
  readonly room: number;
  /** The line below the title: where it is. */
  readonly where: string;
  /** What stands at the end of that line: by how much it is off. */
  readonly difference?: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The line of a row that is always there; a click opens the row or folds it, and so do → and ←. */
export function RowHead({ shade, title, room, where, difference = null, open, onToggle }: RowHeadProps): ReactNode {
  const styles = useRowStyles();
  const colours = useShadeStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== (open ? "ArrowLeft" : "ArrowRight")) return;
    event.preventDefault();
    onToggle();
  };
  return (
    <h3 className={styles.heading}>
      <button
        type="button"
        data-head=""
        className={styles.head}
        aria-expanded={open}
        onClick={onToggle}
        onKeyDown={onKeyDown}
      >
        <span className={colours[shade]} role="img" aria-label={shadeWord(shade)} title={shadeWord(shade)}>
          {shadeSigns[shade]}
        </span>
        <span className={styles.words}>
          <span className={mergeClasses(styles.title, !open && styles.folded)}>
            {open ? title : briefTitle(title, room)}
          </span>
          <span className={styles.below}>
            <span className={styles.where}>{where}</span>
            {!open && difference !== null && <span className={styles.difference}>差 {difference}</span>}
          </span>
        </span>
        <span className={styles.arrow} aria-hidden="true">
          {open ? "▾" : "▸"}
        </span>
      </button>
    </h3>
  );
}

/** Esc leads from what is in an open row back to its head. */
export function escapeToHead(event: KeyboardEvent): void {
  const head = event.currentTarget.querySelector<HTMLElement>("[data-head]");
  if (event.key !== "Escape" || head === null || event.target === head) return;
  event.stopPropagation();
  head.focus();
}
