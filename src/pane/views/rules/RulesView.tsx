import { Input, makeStyles } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Catalogue } from "../../../engine/check-workbook";
import type { Rule } from "../../../engine/reconcile";
import { usePane } from "../../session-context";
import { Fold } from "../common/Fold";
import { VirtualList } from "../common/VirtualList";
import { RuleCard } from "./RuleCard";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** Every rule in words with its source, by the table it speaks of first. */
export function RulesView(): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { catalogue } = state;
  const { rulesOff } = state.settings;
  const [wanted, setWanted] = useState("");
  const groups = useMemo(() => groupRules(catalogue, wanted.trim()), [catalogue, wanted]);
  return (
    <div className={styles.view}>
      <div>
        共 {catalogue.rules.length} 条规则{rulesOff.length > 0 ? `，本工作簿停用 ${rulesOff.length} 条` : ""}。
      </div>
      <Input
        aria-label="查找规则"
        placeholder="查找规则，如“三公”"
        value={wanted}
        onChange={(_, { value }) => setWanted(value)}
      />
      {groups.length === 0 && <div>没有这样的规则。</div>}
      {groups.map(({ name, rules }) => (
        <Fold key={name} label={`${name}（${rules.length}）`}>
          <VirtualList items={rules} idOf={idOf} label={`${name}的规则`} estimate={130}>
            {(rule) => <RuleCard rule={rule} />}
          </VirtualList>
        </Fold>
      ))}
    </div>
  );
}

const idOf = ({ id }: Rule): string => id;

function groupRules({ rules, templates }: Catalogue, wanted: string): RuleGroup[] {
  const names = new Map(templates.map(({ kind, name }) => [kind, name]));
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (wanted !== "" && ![rule.title, rule.source, rule.explanation].some((text) => text.includes(wanted))) continue;
    const name = names.get(rule.tables[0]!) ?? "其他";
    groups.set(name, [...(groups.get(name) ?? []), rule]);
  }
  return [...groups].map(([name, own]) => ({ name, rules: own }));
}
