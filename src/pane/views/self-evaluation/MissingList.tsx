import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import type { ReactNode } from "react";
import type { FormProgress, MissingItem } from "../../session/form-progress";
import { usePane } from "../../session-context";
import { CellLink } from "../common/CellLink";
import { useCardStyles } from "../common/card-styles";
import { VirtualList } from "../common/VirtualList";
import { Judgement } from "../scoring/Judgement";

const kindWords: Readonly<Record<MissingItem["kind"], string>> = {
  actual: "缺实际完成值",
  judgement: "要人判断",
  reason: "缺原因",
};

/** What a person still has to see to, to walk through one by one. */
export function MissingList({ forms }: { readonly forms: readonly FormProgress[] }): ReactNode {
  const styles = useCardStyles();
  const { session } = usePane();
  const [current, setCurrent] = useState<string | null>(null);
  const items = forms.flatMap(({ missing }) => missing);
  if (items.length === 0) return <div>没有缺的：实际完成值、得分和原因都有了。</div>;
  const counts = (Object.keys(kindWords) as MissingItem["kind"][])
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const at = items.findIndex(({ id }) => id === current);
  const next = items[(at + 1) % items.length]!;
  const goOn = (): void => {
    setCurrent(next.id);
    void session.reveal(next.place);
  };
  return (
    <section aria-label="还缺的">
      <div className={styles.actions}>
        <h3 className={styles.title}>还缺 {items.length} 处</h3>
        <Button size="small" onClick={goOn}>
          {at < 0 ? "逐处看" : `下一处（${at + 1}/${items.length}）`}
        </Button>
      </div>
      <div className={styles.small}>{counts.map(({ kind, count }) => `${kindWords[kind]} ${count}`).join("，")}</div>
      <VirtualList items={items} idOf={idOf} label={`还缺 ${items.length} 处`} estimate={76}>
        {(item) => <MissingCard item={item} current={item.id === current} />}
      </VirtualList>
    </section>
  );
}

const idOf = ({ id }: MissingItem): string => id;

function MissingCard({ item, current }: { readonly item: MissingItem; readonly current: boolean }): ReactNode {
  const styles = useCardStyles();
  const [judging, setJudging] = useState(false);
  const { kind, form, indicator, words, place, judged } = item;
  return (
    <article className={styles.card} aria-label={`${indicator}，${kindWords[kind]}`} aria-current={current}>
      <div className={styles.small}>
        {kindWords[kind]} · {form}
      </div>
      <div>
        <CellLink place={place} name={indicator}>
          {indicator}
        </CellLink>
      </div>
      <div>{words}</div>
      {judged && !judging && (
        <Link as="button" inline onClick={() => setJudging(true)}>
          在这里打分
        </Link>
      )}
      {judged && judging && <Judgement target={judged.target} choices={judged.choices} points={judged.points} />}
    </article>
  );
}
