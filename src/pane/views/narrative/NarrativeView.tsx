import { Button, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { countLedger, markedParagraphs } from "../../../engine/narrative";
import type { LedgerCounts, LedgerVerdict, MarkedParagraph } from "../../../engine/narrative";
import { usePane } from "../../session-context";
import type { CheckedState } from "../../state/state";
import { VirtualList } from "../common/VirtualList";
import { useCardStyles } from "../common/card-styles";
import { useChoiceStyles } from "../common/choice-styles";
import { ParagraphCard } from "./ParagraphCard";
import { useVerdictStyles, verdictWords, verdicts } from "./verdicts";

/** The 说明: every number marked by what the tables say of it, and how many there are of each. */
export function NarrativeView(): ReactNode {
  const { state, session } = usePane();
  const { checked, progress } = state;
  if (checked) return <Ledger checked={checked} />;
  return (
    <div>
      <p>核对以后，说明里的每个数都在这里标出：和表一致的、不符的、无从核对的。</p>
      <Button appearance="primary" disabledFocusable={progress !== null} onClick={() => void session.check()}>
        一键核对
      </Button>
    </div>
  );
}

function Ledger({ checked }: { readonly checked: CheckedState }): ReactNode {
  const cards = useCardStyles();
  const [shown, setShown] = useState<LedgerVerdict | null>(null);
  const { joined, allTables, text } = checked.result;
  const paragraphs = useMemo(() => markedParagraphs(joined, allTables, text), [joined, allTables, text]);
  const counts = useMemo(() => countLedger(text), [text]);
  const listed = useMemo(
    () =>
      paragraphs.filter(
        ({ pieces }) => shown === null || pieces.some(({ entry }) => entry !== null && entry.verdict === shown),
      ),
    [paragraphs, shown],
  );
  if (paragraphs.length === 0)
    return (
      <div>工作簿里没有认出说明文字。说明另在一个文件里的（.docx、.txt），在“核对”里的“对照”一行加进来，再来看。</div>
    );
  return (
    <div className={cards.view}>
      <VerdictFilter counts={counts} shown={shown} onChoose={setShown} />
      <VirtualList items={listed} idOf={idOf} label={`说明 ${listed.length} 段`} estimate={90}>
        {(paragraph) => <ParagraphCard paragraph={paragraph} shown={shown} />}
      </VirtualList>
    </div>
  );
}

interface VerdictFilterProps {
  readonly counts: LedgerCounts;
  readonly shown: LedgerVerdict | null;
  readonly onChoose: (shown: LedgerVerdict | null) => void;
}

/** How many numbers there are, and of each verdict; each a filter. */
function VerdictFilter({ counts, shown, onChoose }: VerdictFilterProps): ReactNode {
  const cards = useCardStyles();
  const choices = useChoiceStyles();
  const colours = useVerdictStyles();
  const of: Readonly<Record<LedgerVerdict, number>> = {
    contradicted: counts.contradicted,
    rounding: counts.rounding,
    agreed: counts.agreed,
    "not-comparable": counts.notComparable,
  };
  return (
    <div>
      <div role="group" aria-label="按核对结果筛选" className={cards.actions}>
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={shown === verdict}
            className={mergeClasses(choices.button, shown === verdict && choices.chosen)}
            onClick={() => onChoose(shown === verdict ? null : verdict)}
          >
            <span aria-hidden="true" className={colours[verdict]}>
              {verdictWords[verdict].sign}
            </span>{" "}
            {verdictWords[verdict].word} {of[verdict]}
          </button>
        ))}
      </div>
      <div className={cards.above}>说明里共 {counts.numbers} 个数；点数字看它和哪一格比。</div>
    </div>
  );
}

const idOf = ({ sheet, address, start }: MarkedParagraph): string => `${sheet}!${address} ${start}`;
