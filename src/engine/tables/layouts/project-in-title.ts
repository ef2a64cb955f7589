import { withoutEnding } from "../../language";
import type { CellId } from "../../workbook";
import { isBodyName } from "../bodies";
import type { View } from "../view";

/** "城乡公交运营补贴2025年度绩效自评表", "2025年度“城乡公交运营补贴”项目支出绩效目标申报表". */
const formOfProject = /^(.{3,40}?)(?:绩效目标|绩效自评|绩效自我评价|绩效评价)[\u4e00-\u9fff]{0,8}表(?:[(（].*[)）])?$/;
const around = [/^附[件表]\d*[::]?/, /20\d\d年(?:度)?/g, /[“”"《》「」]/g];
const withoutKind = withoutEnding("支出", "预算");
/** What every form is called: of no project. */
const noProject =
  /^(?:部门|单位|预算|项目|支出|财政|专项|资金|政策|转移支付|[省市县区州]级?|本级|年度|批复|申报|重点|一般|整体|其他|及|和)*$/;

/** The project that the title of a form names; null where it names none, or the body whose form it is. */
export function projectInTitle(view: View, from: number, to: number): { name: string; cell: CellId } | null {
  for (let row = from; row <= to; row++) {
    const filled = view.filled(row);
    if (filled.length === 0 || filled.length > 2) continue;
    const [column] = filled;
    const written = formOfProject.exec(view.word(row, column!))?.[1];
    if (written === undefined) continue;
    const name = withoutKind(around.reduce((word, words) => word.replace(words, ""), written));
    return name.length < 3 || noProject.test(name) || isBodyName(name) ? null : { name, cell: view.cell(row, column!) };
  }
  return null;
}
