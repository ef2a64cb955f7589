import { Button, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { isExplained, placesOf, placesText, problemTitle, shadeOf } from "../../../engine/report";
import { switchRule } from "../../../engine/settings";
import { usePane } from "../../session-context";
import { isOpen } from "../../state/finding-list";
import type { ListedGroup } from "../../state/finding-list";
import { ReasonForm } from "../common/ReasonForm";
import { ExplainForm } from "./ExplainForm";
import { RowHead, escapeToHead } from "./RowHead";
import { briefTitle } from "./brief-title";
import { useRowStyles } from "./row-styles";
import { useShadeStyles } from "./shade-colours";

/** Several places of one fault: its places stand below; what is done here is done with all of them. */
export function GroupRow({ row, room }: { readonly row: ListedGroup; readonly room: number }): ReactNode {
  const styles = useRowStyles();
  const colours = useShadeStyles();
  const { state, session } = usePane();
  const { id, problem } = row;
  const shade = shadeOf(problem.first);
  const open = isOpen(row, state.list);
  return (
    <article
      className={mergeClasses(styles.row, colours[shade])}
      aria-label={problemTitle(problem)}
      onKeyDown={escapeToHead}
    >
      <RowHead
        shade={shade}
        title={briefTitle(problemTitle(problem), room)}
        room={room}
        where={placesText(placesOf(problem))}
        open={open}
        onToggle={() => session.store.dispatch({ type: "row-toggled", id, open: !open })}
      />
      {open && <GroupActions row={row} />}
    </article>
  );
}

type Asked = "reason" | "rule";

function GroupActions({ row }: { readonly row: ListedGroup }): ReactNode {
  const styles = useRowStyles();
  const { state, session } = usePane();
  const [asking, setAsking] = useState<Asked | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const { first, findings } = row.problem;
  const only = state.filter.group === first.group;
  const toggle = (what: Asked): void => setAsking(asking === what ? null : what);
  const close = (): void => {
    actions.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
    setAsking(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || asking === null) return;
    event.stopPropagation();
    close();
  };
  const rule = state.catalogue.rules.find(({ id }) => id === first.code);
  return (
    <div className={styles.body} onKeyDown={onKeyDown}>
      <div className={styles.actions} ref={actions}>
        {isExplained(first) ? (
          <Button size="small" onClick={() => void session.withdraw(findings)}>
            全部取消说明
          </Button>
        ) : (
          <Button size="small" aria-expanded={asking === "reason"} onClick={() => toggle("reason")}>
            全部已说明…
          </Button>
        )}
        <Button
          size="small"
          onClick={() => session.store.dispatch({ type: "filtered", filter: { group: only ? null : first.group } })}
        >
          {only ? "显示全部" : "只看这一组"}
        </Button>
        {rule && (
          <Button size="small" aria-expanded={asking === "rule"} onClick={() => toggle("rule")}>
            停用规则…
          </Button>
        )}
      </div>
      {asking === "reason" && <ExplainForm rows={row.members} onClose={close} />}
      {asking === "rule" && rule && (
        <ReasonForm
          label={`为什么不用这条规则：${rule.title}`}
          hint="只对本工作簿停用，理由保存在工作簿里。"
          button="停用"
          onDone={(reason) => {
            close();
            if (reason !== null)
              void session.changeSettings((settings) => switchRule(settings, rule.id, reason), true, "规则已停用");
          }}
        />
      )}
    </div>
  );
}
