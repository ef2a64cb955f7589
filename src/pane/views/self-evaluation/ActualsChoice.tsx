import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ChangeEvent, ReactNode } from "react";
import type { ActualRow } from "../../../engine/evaluation/self-evaluation";
import { actualsIn } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import type { ActualsSource } from "../../state/self-evaluation";
import { useCardStyles } from "../common/card-styles";

/** Where the actual values come from: left open, found in this workbook, or in another. */
export function ActualsChoice({ own }: { readonly own: readonly ActualRow[] }): ReactNode {
  const styles = useCardStyles();
  const { state, session } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState("");
  const { source, file } = state.selfEvaluation;
  const choose = (value: string): void =>
    session.store.dispatch({ type: "self-evaluation-changed", change: { source: value as ActualsSource } });
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const picked = target.files?.[0];
    target.value = "";
    if (!picked) return;
    const beside = await session.readBeside(new Uint8Array(await picked.arrayBuffer()));
    const rows = beside ? actualsIn(beside) : [];
    setTrouble(
      !beside
        ? `“${picked.name}”打不开，请确认是没有密码的 .xlsx 文件。`
        : rows.length === 0
          ? `“${picked.name}”里没有找到“项目、三级指标、实际完成值”这几栏。`
          : "",
    );
    if (rows.length > 0)
      session.store.dispatch({
        type: "self-evaluation-changed",
        change: { source: "file", file: { name: picked.name, rows } },
      });
  };
  return (
    <div>
      <div id="actuals-source">实际完成值</div>
      <RadioGroup aria-labelledby="actuals-source" value={source} onChange={(_, { value }) => choose(value)}>
        <Radio value="none" label="先空着，生成后填写" />
        <Radio
          value="workbook"
          disabled={own.length === 0}
          label={own.length === 0 ? "本工作簿里没有找到" : `用本工作簿里找到的 ${own.length} 条`}
        />
        {file && <Radio value="file" label={`用“${file.name}”里的 ${file.rows.length} 条`} />}
      </RadioGroup>
      <div className={styles.actions}>
        <Button size="small" onClick={() => input.current?.click()}>
          从另一个工作簿读取…
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          aria-label="有实际完成值的工作簿"
          onChange={(event) => void read(event)}
        />
      </div>
      {trouble !== "" && <div role="alert">{trouble}</div>}
    </div>
  );
}
