import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { useState } from "react";
import type { ComponentType, ReactNode } from "react";
import type { Session } from "../session/session";
import { PaneSession, usePane } from "../session-context";
import { viewNames, viewWords } from "../state/views";
import type { ViewName } from "../state/views";
import { CheckView } from "./check/CheckView";
import { useBatch } from "./files/use-batch";
import { PaneFoot } from "./PaneFoot";
import { PaneTabs } from "./PaneTabs";
import { ProblemBar } from "./common/ProblemBar";
import { part } from "./common/part";
import { ScrollerContext } from "./common/scroller-context";
import { useKeptFocus } from "./common/use-kept-focus";

const useStyles = makeStyles({
  provider: { height: "100%" },
  pane: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    background: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  // Excel draws its own button over the upper right corner, 34 × 32 pixels.
  head: { paddingRight: "36px", flexShrink: 0 },
  // What went wrong stays in sight, however far down somebody works.
  problem: { flexShrink: 0, padding: "0 6px 0 12px" },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "scroll",
    padding: "8px 6px 16px 12px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    // A message above a long list keeps its height: its buttons would lie over what follows.
    "& > *": { flexShrink: 0 },
  },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
    margin: 0,
  },
});

/** All but the first are fetched when they are first looked at: the pane opens without them. */
const views: Readonly<Record<ViewName, ComponentType>> = {
  check: CheckView,
  narrative: part(async () => (await import("./narrative/NarrativeView")).NarrativeView),
  scoring: part(async () => (await import("./scoring/ScoringView")).ScoringView),
  "self-evaluation": part(async () => (await import("./self-evaluation/SelfEvaluationView")).SelfEvaluationView),
  tables: part(async () => (await import("./tables/TablesView")).TablesView),
  rules: part(async () => (await import("./rules/RulesView")).RulesView),
  settings: part(async () => (await import("./settings/SettingsView")).SettingsView),
  help: part(async () => (await import("./help/HelpView")).HelpView),
  files: part(async () => (await import("./files/FilesView")).FilesView),
};
const tabs = viewNames.map((name) => ({ name, word: viewWords[name] }));

/** The pane with its theme. */
export function Pane({ session, theme }: { readonly session: Session; readonly theme: Theme }): ReactNode {
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <PaneSession.Provider value={session}>
        <PaneBody />
      </PaneSession.Provider>
    </FluentProvider>
  );
}

function PaneBody(): ReactNode {
  const styles = useStyles();
  const { state, session } = usePane();
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  useKeptFocus(pane);
  const { files } = useBatch(session.batch);
  const shown = files.length > 0 || state.view === "files" ? tabs : tabs.filter(({ name }) => name !== "files");
  const View = views[state.view];
  return (
    <main ref={setPane} className={styles.pane} lang="zh-CN">
      <h1 className={styles.hidden}>预算核对</h1>
      <PaneTabs
        tabs={shown}
        chosen={state.view}
        onChoose={(view) => session.store.dispatch({ type: "view-chosen", view })}
        className={styles.head}
      />
      <div className={styles.problem}>
        <ProblemBar />
      </div>
      <div
        ref={setScroller}
        className={styles.scroller}
        role="tabpanel"
        aria-labelledby={`tab-${state.view}`}
        tabIndex={0}
      >
        <h2 className={styles.hidden}>{viewWords[state.view]}</h2>
        <ScrollerContext.Provider value={scroller}>
          <View key={state.view} />
        </ScrollerContext.Provider>
      </div>
      <ScrollerContext.Provider value={scroller}>
        <PaneFoot />
      </ScrollerContext.Provider>
      <div className={styles.hidden} role="status" aria-live="polite">
        {state.announcement}
      </div>
    </main>
  );
}
