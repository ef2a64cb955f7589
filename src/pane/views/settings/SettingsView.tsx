import { Button, Field, Input, Switch, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Settings } from "../../../engine/settings";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "12px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** How the pane works in this workbook. */
export function SettingsView(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const { settings, checked } = state;
  const change = (changed: Partial<Settings>): void =>
    void session.changeSettings((before) => ({ ...before, ...changed }), false);
  return (
    <div className={styles.view}>
      <LiveField onChange={(live) => change({ live })} />
      <Field hint="表里的标记也跟着更新。Excel 会因此忘记更早的撤销步骤，请斟酌。">
        <Switch
          label="边改边更新标记"
          disabled={!session.followsEdits()}
          checked={settings.liveMarks}
          onChange={(_, { checked: on }) => change({ liveMarks: on })}
        />
      </Field>
      <Field hint="在“核对结果”表后面列出已说明的事项、理由、说明人和日期。">
        <Switch
          label="“核对结果”表列出已说明事项"
          checked={settings.listExplained}
          onChange={(_, { checked: on }) => change({ listExplained: on })}
        />
      </Field>
      <PersonField key={settings.person} name={settings.person} onChange={(person) => change({ person })} />
      <div className={styles.actions}>
        <Button onClick={() => void session.clearMarks()}>清除标记</Button>
        <Button disabled={!checked} onClick={() => void session.makeResultSheet()}>
          生成“核对结果”表
        </Button>
      </div>
      <div>设置、说明和停用的规则都保存在工作簿里，随文件走；数据不离开本机。</div>
    </div>
  );
}

/** Where following costs the person her steps to take back, it is off until she asks, and says why. */
function LiveField({ onChange }: { readonly onChange: (live: boolean) => void }): ReactNode {
  const { state, session } = usePane();
  const keeps = session.capabilities()?.keepsUndoSteps ?? true;
  const ask = (asked: boolean): void => {
    session.store.dispatch({ type: "live-asked", asked });
    if (asked && !state.settings.live) onChange(true);
  };
  return (
    <Field
      hint={
        keeps
          ? "核对过一次之后，改动一格，结果马上跟着更新。"
          : "这个版本的 Excel，加载项每读一次表，您以前的撤销步骤就清空一次，所以不主动打开。打开后，改动一格，结果马上跟着更新，到关闭面板为止。"
      }
    >
      <Switch
        label="边改边核对"
        checked={session.followsEdits()}
        onChange={(_, { checked: on }) => (keeps ? onChange(on) : ask(on))}
      />
    </Field>
  );
}

function PersonField({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(name);
  return (
    <Field label="说明人" hint="写进“已说明”和读法更正的署名，可以不填。">
      <Input
        value={typed}
        maxLength={30}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => typed.trim() !== name && onChange(typed.trim())}
      />
    </Field>
  );
}
