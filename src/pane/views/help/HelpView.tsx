import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import manifest from "../../../../package.json";
import help from "./help.json";
import { usePane } from "../../session-context";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "6px" },
  title: { margin: "6px 0 0", fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: "0 0 4px" },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  notes: { margin: 0, paddingLeft: "18px" },
});

/** One page: what can be done, what the words and marks mean, the keys, the version. */
export function HelpView(): ReactNode {
  const styles = useStyles();
  const { session } = usePane();
  return (
    <div className={styles.view}>
      <h3 className={styles.title}>可以做三件事</h3>
      <Terms terms={help.things} />
      {session.hasExercise && (
        <div>
          <Button onClick={() => void session.openExercise()}>打开练习工作簿</Button>
        </div>
      )}
      <h3 className={styles.title}>结果和标记</h3>
      <Terms terms={help.words.map(({ sign, name, mark, text }) => ({ name: `${sign} ${name}（${mark}）`, text }))} />
      <h3 className={styles.title}>按键</h3>
      <Terms terms={help.keys.map(({ keys, text }) => ({ name: keys, text }))} />
      <h3 className={styles.title}>放心用</h3>
      <ul className={styles.notes}>
        {help.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className={styles.small}>版本 {manifest.version}</div>
    </div>
  );
}

function Terms({ terms }: { readonly terms: readonly { readonly name: string; readonly text: string }[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {terms.map(({ name, text }) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
