import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { LedgerEntry, LedgerVerdict, MarkedParagraph } from "../../../engine/narrative";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { useVerdictStyles, verdictWords } from "./verdicts";

const useStyles = makeStyles({
  // Between the paragraphs with numbers the others only say where one is.
  plain: {
    margin: "0 11px 8px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    overflow: "hidden",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
  },
  text: { lineHeight: tokens.lineHeightBase400, whiteSpace: "pre-wrap" },
  number: {
    font: "inherit",
    background: "none",
    border: "none",
    padding: "0 1px",
    cursor: "pointer",
    ":hover": { background: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pale: { opacity: 0.75 },
  open: { background: tokens.colorNeutralBackground1Selected },
});

interface ParagraphCardProps {
  readonly paragraph: MarkedParagraph;
  /** The verdict that is looked for; the numbers of the others stand back. */
  readonly shown: LedgerVerdict | null;
}

/** A paragraph with its numbers; a click on one says what it was compared with. */
export function ParagraphCard({ paragraph: { sheet, address, pieces }, shown }: ParagraphCardProps): ReactNode {
  const cards = useCardStyles();
  const styles = useStyles();
  const colours = useVerdictStyles();
  const [opened, setOpened] = useState<number | null>(null);
  const entry = opened === null ? null : (pieces[opened]?.entry ?? null);
  if (pieces.every((piece) => piece.entry === null))
    return (
      <div className={styles.plain} title={`${sheet} ${address}`}>
        {pieces.map(({ text }) => text).join("")}
      </div>
    );
  return (
    <div className={cards.card}>
      <div className={styles.text}>
        {pieces.map((piece, at) =>
          piece.entry === null ? (
            <span key={at}>{piece.text}</span>
          ) : (
            <button
              key={at}
              type="button"
              className={mergeClasses(
                styles.number,
                colours[piece.entry.verdict],
                shown !== null && piece.entry.verdict !== shown && styles.pale,
                opened === at && styles.open,
              )}
              aria-expanded={opened === at}
              aria-label={`${piece.text} ${verdictWords[piece.entry.verdict].word}`}
              title={verdictWords[piece.entry.verdict].word}
              onClick={() => setOpened(opened === at ? null : at)}
            >
              {piece.text}
              <sup aria-hidden="true">{verdictWords[piece.entry.verdict].sign}</sup>
            </button>
          ),
        )}
      </div>
      {entry && <EntryFacts entry={entry} />}
      <div className={cards.small}>
        <CellLink place={{ sheet, address }}>
          {sheet} {address}
        </CellLink>
      </div>
    </div>
  );
}

/** Cells that a number was compared with, one by one; more are no help. */
const MOST_AGAINST = 6;

function EntryFacts({ entry }: { readonly entry: LedgerEntry }): ReactNode {
  const cards = useCardStyles();
  const { session } = usePane();
  const { verdict, words, reason, against } = entry;
  return (
    <div className={cards.quiet} role="status">
      <div>
        {words}：{verdictWords[verdict].word}
        {reason === "" ? "" : `，${reason}`}
      </div>
      {against.length > 0 && (
        <div>
          比的是{" "}
          {against.slice(0, MOST_AGAINST).map((place, at) => (
            <span key={`${place.sheet}!${place.address}`}>
              {at > 0 && "、"}
              <CellLink place={place}>
                {place.sheet} {place.address}
              </CellLink>
            </span>
          ))}
          {against.length > MOST_AGAINST && ` 等 ${against.length} 格`}
        </div>
      )}
      {verdict === "contradicted" && (
        <div>
          <Link as="button" inline onClick={() => session.showFindingOf(entry)}>
            看这处问题
          </Link>
        </div>
      )}
    </div>
  );
}
