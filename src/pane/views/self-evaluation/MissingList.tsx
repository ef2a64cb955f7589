import { Button } from "@fluentui/react-components";
import { useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { FormProgress, MissingItem } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import { useCardStyles } from "../common/card-styles";
import type { GoTo } from "../common/go-to";
import { ScrollerContext } from "../common/scroller-context";
import { VirtualList } from "../common/VirtualList";
import { MissingCard } from "./MissingCard";
import { kindWords } from "./missing-words";
import { useWritten } from "./use-written";

/** What a person still has to see to: each takes its input in place, and Enter goes on to the next. */
export function MissingList({ forms }: { readonly forms: readonly FormProgress[] }): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const { written, note } = useWritten(forms);
  const items = useMemo(
    () => forms.flatMap(({ missing }) => missing).filter(({ id }) => !written.has(id)),
    [forms, written],
  );
  const scroller = useContext(ScrollerContext);
  const at = items.findIndex(({ id }) => id === goTo?.id);
  const place = useRef(0);
  useEffect(() => {
    if (at >= 0) place.current = at;
    if (at >= 0 || goTo === null || document.activeElement !== document.body) return;
    // What she was at is there by now: on with what stands in its place; after the last, the next step is at the top.
    const next = items[Math.min(place.current, items.length - 1)];
    if (next !== undefined) return setGoTo({ id: next.id, focus: true });
    scroller?.scrollTo({ top: 0 });
    scroller?.focus();
  }, [at, goTo, items, scroller]);
  if (items.length === 0) return <div>没有缺的：实际完成值、得分和原因都有了。</div>;
  const counts = (Object.keys(kindWords) as MissingItem["kind"][])
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const nextOf = (place: number): MissingItem | undefined => items[(place + 1) % items.length];
  const go = (item: MissingItem): void => {
    setGoTo({ id: item.id, focus: true });
    void session.reveal(item.place);
  };
  const write = (item: MissingItem, value: string | number): void => {
    const next = nextOf(items.indexOf(item));
    const { sheet, address } = item.place;
    const words = `${item.indicator} 已写入 ${value}`;
    const writing = session.write([[{ type: "set-value", sheet, address, value }]], words);
    note(
      item,
      writing.then(() => session.store.getState().problem === null),
    );
    if (next !== undefined && next !== item) go(next);
  };
  return (
    <section aria-label="还缺的">
      <div className={styles.actions}>
        <h3 className={styles.title}>还缺 {items.length} 处</h3>
        <Button size="small" onClick={() => go(nextOf(at) ?? items[0]!)}>
          {at < 0 ? "逐处填" : `下一处（${at + 1}/${items.length}）`}
        </Button>
      </div>
      <div className={styles.above}>
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
