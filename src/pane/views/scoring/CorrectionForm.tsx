import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { CorrectedReading } from "../../../engine/criteria";
import { correctReading } from "../../../engine/settings";
import type { ScoredRow } from "../../../engine/evaluation/scoring";
import { openConventions, readOtherwise, rowsAlike } from "../../../engine/evaluation/scoring";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import { ConventionRadios } from "./Assumptions";
import { CorrectionButtons } from "./CorrectionButtons";
import { MisreadForm } from "./MisreadForm";
import { RewriteForm } from "./RewriteForm";
import { useScoringBook } from "./scoring-context";

type Kind = CorrectedReading["kind"];

interface CorrectionFormProps {
  readonly row: ScoredRow;
  readonly onClose: () => void;
}

/**
 * 这样读不对: another understanding for this sentence alone, another sentence, or a person's judgement; or tell those who
 * maintain the program.
 */
export function CorrectionForm({ row, onClose }: CorrectionFormProps): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const { rows, scorer } = useScoringBook();
  const { criterion } = row.given;
  const conventions = useMemo(() => openConventions(row, scorer.practice), [row, scorer]);
  const alike = useMemo(() => rowsAlike(rows, criterion), [rows, criterion]);
  const [kind, setKind] = useState<Kind>(row.correction?.kind ?? (conventions.length > 0 ? "conventions" : "text"));
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input:checked")?.focus(), []);
  const save = (reading: CorrectedReading): void => {
    onClose();
    void session.changeSettings(
      (settings, today) => correctReading(settings, criterion, reading, today),
      state.checked !== null,
      alike.length > 1 ? `已更正，${alike.length} 条指标按新的读法计分` : "已更正，按新的读法计分",
    );
  };
  return (
    <div ref={form} className={styles.quiet} role="group" aria-label="更正读法">
      <Field label="应该怎样读">
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as Kind)}>
          {conventions.length > 0 && <Radio value="conventions" label="换一种理解，只用于这句话" />}
          <Radio value="text" label="换一句话写清楚" />
          <Radio value="judgement" label="不由程序算，由人判断" />
        </RadioGroup>
      </Field>
      <div className={styles.small}>
        {alike.length > 1 ? `本工作簿有 ${alike.length} 条指标写着这句话，一起更正。` : "只涉及这一条指标。"}
        表里的原文不变，更正随工作簿保存，可以取消。
      </div>
      {kind === "conventions" && (
        <UnderstandingForm row={row} conventions={conventions} onSave={save} onClose={onClose} />
      )}
      {kind === "text" && <RewriteForm row={row} alike={alike} onSave={save} onClose={onClose} />}
      {kind === "judgement" && (
        <>
          <div>不再自动计分：填得分时列出三档和各档的分数范围，由人选定。</div>
          <CorrectionButtons onSave={() => save({ kind: "judgement" })} onClose={onClose} />
        </>
      )}
      <MisreadForm row={row} />
    </div>
  );
}

interface UnderstandingFormProps {
  readonly row: ScoredRow;
  readonly conventions: ReturnType<typeof openConventions>;
  readonly onSave: (reading: CorrectedReading) => void;
  readonly onClose: () => void;
}

function UnderstandingForm({ row, conventions, onSave, onClose }: UnderstandingFormProps): ReactNode {
  const { practice } = useScoringBook().scorer;
  const before = row.correction?.kind === "conventions" ? row.correction.conventions : {};
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(before);
  const reading = { kind: "conventions", conventions: chosen } as const;
  const changed = Object.keys(chosen).length > 0;
  const { result } = useMemo(
    () => readOtherwise(row, practice, { kind: "conventions", conventions: chosen }),
    [row, practice, chosen],
  );
  return (
    <>
      {conventions.map(({ name, value, choices }) => (
        <ConventionRadios
          key={name}
          choices={choices}
          value={chosen[name] ?? value}
          onChoose={(picked) => setChosen({ ...chosen, [name]: picked })}
        />
      ))}
      {changed && (
        <div role="status">这样读，这条指标{result.score === null ? "要由人判断" : `得 ${result.score} 分`}。</div>
      )}
      <CorrectionButtons disabled={!changed} onSave={() => onSave(reading)} onClose={onClose} />
    </>
  );
}
