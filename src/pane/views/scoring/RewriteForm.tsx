import { Button, Field, Textarea } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { asApplied, checkCriterion, compileCriterion, criterionKey } from "../../../engine/criteria";
import type { CorrectedReading } from "../../../engine/criteria";
import type { CellPlace } from "../../../hosts/host";
import type { ScoredRow, ScoringRow } from "../../../engine/evaluation/scoring";
import { readOtherwise } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { CorrectionButtons } from "./CorrectionButtons";
import { ScorePlot } from "./ScorePlot";
import { useScoringBook } from "./scoring-context";

interface RewriteFormProps {
  readonly row: ScoredRow;
  readonly alike: readonly ScoringRow[];
  readonly onSave: (reading: CorrectedReading) => void;
  readonly onClose: () => void;
}

/** Characters of a criterion that a person may type: more is no sentence. */
const LONGEST = 500;

/** The criterion in other words, with what the program makes of them while they are typed. */
export function RewriteForm({ row, alike, onSave, onClose }: RewriteFormProps): ReactNode {
  const [typed, setTyped] = useState(row.criterion);
  const [writing, setWriting] = useState<boolean | "given up">(false);
  const text = typed.trim();
  const state = compileCriterion(text).state;
  const readable = state === "rule";
  const changed = criterionKey(text) !== criterionKey(row.given.criterion);
  const places = useMemo(() => placesOf(alike), [alike]);
  return (
    <>
      <Field
        label="换成程序读得懂的话"
        hint="写明什么情况得多少分、每差多少扣多少、扣到哪里为止。"
        validationState={text === "" || readable ? "none" : "warning"}
        validationMessage={
          text === "" || readable
            ? undefined
            : state === "half"
              ? "还读不懂：只有半句，公式或条件不完整。"
              : "还读不懂：没有写明怎样得分或扣分。"
        }
      >
        <Textarea
          resize="vertical"
          rows={4}
          value={typed}
          maxLength={LONGEST}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {readable && <Reading row={row} text={text} />}
      {writing === true && readable && changed ? (
        <WriteCriterion
          places={places}
          before={row.given.criterion}
          after={text}
          onWritten={onClose}
          onClose={() => setWriting("given up")}
        />
      ) : (
        <CorrectionButtons
          disabled={!readable || criterionKey(text) === criterionKey(row.criterion)}
          onSave={() => onSave({ kind: "text", text })}
          onClose={onClose}
        >
          {places.length > 0 && (
            <Button
              size="small"
              autoFocus={writing === "given up"}
              disabled={!readable || !changed}
              onClick={() => setWriting(true)}
            >
              改表里的原文…
            </Button>
          )}
        </CorrectionButtons>
      )}
    </>
  );
}

/** What the typed words come to for this indicator. */
function Reading({ row, text }: { readonly row: ScoredRow; readonly text: string }): ReactNode {
  const styles = useCardStyles();
  const { practice } = useScoringBook().scorer;
  const settled = useDeferredValue(text);
  const { result, reading, given, conventions, faults } = useMemo(() => {
    const { result, reading } = readOtherwise(row, practice, { kind: "text", text: settled });
    const { given, conventions } = asApplied(
      { ...row.given, criterion: settled },
      { ...practice, corrections: new Map() },
    );
    const faults = checkCriterion({
      criterion: settled,
      target: row.given.target,
      unit: row.given.unit,
      type: row.given.type,
      points: row.given.points,
      indicator: row.given.indicator,
    });
    return { result, reading, given, conventions, faults };
  }, [row, practice, settled]);
  const before = row.result.score;
  return (
    <div className={styles.view} role="group" aria-label="换成这句话以后">
      <div>{reading !== "" && `读作：${reading}`}</div>
      <ScorePlot row={row} given={given} conventions={conventions} score={result.score} />
      <div role="status">
        这条指标{result.score === null ? (result.question ?? "要由人判断") : `得 ${result.score} 分`}
        {before !== null && before !== result.score && `（原来 ${before} 分）`}
      </div>
      {faults.length > 0 && (
        <ul className={styles.list} aria-label="要注意的">
          {faults.map(({ message }, at) => (
            <li key={at}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface WriteCriterionProps {
  readonly places: readonly CellPlace[];
  readonly before: string;
  readonly after: string;
  readonly onWritten: () => void;
  readonly onClose: () => void;
}

/** Cells that are named one by one. */
const MOST_NAMED = 6;

/** Writes the new words into the cells that have the old ones, after a look at what changes. */
function WriteCriterion({ places, before, after, onWritten, onClose }: WriteCriterionProps): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const named = places.slice(0, MOST_NAMED).map(({ sheet, address }) => `${sheet} ${address}`);
  const write = (): void => {
    onWritten();
    void session.write(
      [places.map(({ sheet, address }) => ({ type: "set-value", sheet, address, value: after }))],
      `评分标准已改，共 ${places.length} 格`,
    );
  };
  return (
    <div className={styles.view} role="group" aria-label="改动预览">
      <div>
        {named.join("、")}
        {places.length > named.length ? ` 等 ${places.length} 格` : ""}：
      </div>
      <div>
        {before} → <strong>{after}</strong>
      </div>
      <div className={styles.small}>批复的评分标准改动后，请按程序报备。</div>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" autoFocus onClick={write}>
          确定写入
        </Button>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
      </div>
    </div>
  );
}

function placesOf(rows: readonly ScoringRow[]): CellPlace[] {
  const found = new Map(
    rows.flatMap(({ criterionPlace: place }) => (place ? [[`${place.sheet} ${place.address}`, place] as const] : [])),
  );
  return [...found.values()];
}
