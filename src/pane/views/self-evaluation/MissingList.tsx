import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { FormProgress, MissingItem } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import type { GoTo } from "../common/VirtualList";
import { VirtualList } from "../common/VirtualList";
import { MissingCard } from "./MissingCard";
import { kindWords } from "./missing-words";

/** What a person still has to see to: each takes its input in place, and Enter goes on to the next. */
export function MissingList({ forms }: { readonly forms: readonly FormProgress[] }): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const items = forms.flatMap(({ missing }) => missing);
  if (items.length === 0) return <div>没有缺的：实际完成值、得分和原因都有了。</div>;
  const counts = (Object.keys(kindWords) as MissingItem["kind"][])
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const at = items.findIndex(({ id }) => id === goTo?.id);
  const nextOf = (place: number): MissingItem => items[(place + 1) % items.length]!;
  const go = (item: MissingItem): void => {
    setGoTo({ id: item.id, focus: true });
    void session.reveal(item.place);
  };
  const write = (item: MissingItem, value: string | number): void => {
    const next = nextOf(items.indexOf(item));
    const { sheet, address } = item.place;
    const words = `${item.indicator} 已写入 ${value}`;
    void session.write([[{ type: "set-value", sheet, address, value }]], words);
    if (next !== item) go(next);
  };
  return (
    <section aria-label="还缺的">
      <div className={styles.actions}>
        <h3 className={styles.title}>还缺 {items.length} 处</h3>
        <Button size="small" onClick={() => go(nextOf(at))}>
          {at < 0 ? "逐处填" : `下一处（${at + 1}/${items.length}）`}
        </Button>
      </div>
      <div className={styles.small}>
        {counts.map(({ kind, count }) => `${kindWords[kind]} ${count}`).join("，")}。填好按回车，到下一处。
      </div>
      <VirtualList items={items} idOf={idOf} label={`还缺 ${items.length} 处`} estimate={104} goTo={goTo}>
        {(item) => (
          <MissingCard
            item={item}
            current={item.id === goTo?.id}
            onCurrent={() => setGoTo({ id: item.id, focus: true })}
            onWrite={(value) => write(item, value)}
          />
        )}
      </VirtualList>
    </section>
  );
}

const idOf = ({ id }: MissingItem): string => id;
