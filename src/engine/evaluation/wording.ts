/**
 * Wordings of the checks of the performance tables by id; `{name}` stands for a parameter, `{reported}`, `{computed}`
 * and `{difference}` for the figures of the outcome. Titles say what, lines show the calculation and what to do.
 */
export const evaluationWordings = {
  "points-missing": {
    title: "{name}有 {count} 条指标没有填分值：{indicators}",
    lines: ["分值不全，合计无法核对；请补填。"],
    pass: "{name}各指标都填了分值",
  },
  "points-zero": {
    title: "{name}有 {count} 条指标的分值是 0：{indicators}",
    lines: ["分值为 0 的指标不起考核作用；请按批复的分值填写，或说明为什么不考核。"],
  },
  "points-total": {
    title: "{name}分值合计 {reported}，应为 {computed}",
    lines: ["各指标分值相加得 {reported}，应为 {totals}，差 {difference}"],
    pass: "{name}分值合计正确",
  },
  "points-total-unknown": {
    title: "{name}的分值合计无法核对：有 {gaps} 条指标的分值空着或读不出来",
    lines: ["已填的合计 {sum}，全部填齐后应为 {totals}"],
  },
  "points-by-scheme": {
    title: "{name}各级指标的分值与权重规定不同，需说明",
    lines: ["现为：{found}", "规定（{scheme}）：{wanted}"],
    pass: "{name}各级指标的分值符合权重规定",
  },
  "level-points": {
    title: "{name}“{level}”印的是 {reported} 分，下面各指标的分值合计 {computed}",
    lines: ["差 {difference}"],
    pass: "{name}“{level}”的分值合计正确",
  },
  "level-points-unknown": { title: "{name}“{level}”的分值合计无法核对：有分值空着", lines: [] },
  "score-percentage": {
    title: "“{line}”的{what}写成了百分比“{content}”",
    lines: ["单元格里存的是比例，看不出是几分（满分 {points} 分）；请填分数。总分因此没有核对。"],
    pass: "“{line}”的{what}是分数",
  },
  "execution-rate": {
    title: "{name}执行率写的是 {content}，按全年执行数 ÷ 全年预算数应为 {exact}",
    lines: [],
    pass: "{name}执行率等于全年执行数 ÷ 全年预算数",
  },
  "rate-missing": { title: "{name}没有填执行率", lines: ["按全年执行数 ÷ 全年预算数为 {exact}"] },
  "rate-without-amounts": { title: "{name}执行率写的是 {content}，全年预算数或全年执行数没有填，无法核对", lines: [] },
  "rate-unreadable": {
    title: "{name}执行率写的是“{content}”，读不出来",
    lines: ["按全年执行数 ÷ 全年预算数为 {exact}"],
  },
  "execution-score": {
    title: "{name}执行率得分 {reported}，按执行率 {exact} 应得 {computed}",
    lines: ["执行率 {exact} × 分值 {points} = {computed}"],
    pass: "{name}执行率得分正确",
  },
  "execution-above": {
    title: "{name}执行率 {exact}，超过 100%，得几分需要判断",
    lines: ["超预算执行怎样计分没有统一规定，请按本地办法确定。"],
  },
  "execution-other-way": {
    title: "{name}执行率得分与另一种计分办法一致，请确认用哪一种",
    lines: ["按设定的办法应得 {own} 分，按另一种办法（按比例／分档）得 {other} 分", "可在设置中选定执行率的计分办法。"],
  },
  "actual-missing": {
    title: "{name}{indicator}没有填实际完成值",
    lines: ["指标值：{target}"],
    pass: "{name}{indicator}填了实际完成值",
  },
  "score-missing": {
    title: "{name}{indicator}没有填得分",
    lines: ["指标值 {target}，实际 {actual}；请按评分标准计分。"],
    pass: "{name}{indicator}填了得分",
  },
  "actual-echo": {
    title: "{name}{indicator}的实际完成值照抄了指标值“{actual}”，不是完成数",
    lines: ["请填实际完成的数，例如目标“{target}”完成了多少就填多少。"],
  },
  "actual-no-number": {
    title: "{name}{indicator}的实际完成值“{actual}”不是数，指标值是“{target}”",
    lines: ["不能判断是否完成；请填能与指标值相比的数。"],
    pass: "{name}{indicator}的实际完成值可以与指标值相比",
  },
  "actual-opposite": {
    title: "{name}{indicator}的实际完成值“{actual}”与指标值“{target}”方向相反",
    lines: ["一个说不低于，一个说下降，不能判断是否完成；请写明考核的是增长还是下降。"],
  },
  "actual-unit": {
    title: "{name}{indicator}的实际完成值“{actual}”没有写单位（指标值“{target}”）",
    lines: ["已按指标值的单位理解。"],
    pass: "{name}{indicator}的单位写全了",
  },
  "full-marks-not-met": {
    title: "{name}{indicator}没有完成，却得满分 {score}",
    lines: ["指标值 {target}，实际 {actual}，完成率 {ratio}"],
    pass: "{name}{indicator}得分与完成情况不矛盾",
  },
  "shortfall-no-reason": {
    title: "{name}{indicator}没有完成，没有写偏差原因",
    lines: ["指标值 {target}，实际 {actual}"],
    pass: "{name}{indicator}写了偏差原因",
  },
  "excess-no-reason": {
    title: "{name}{indicator}完成了指标值的 {ratio}，没有说明原因",
    lines: ["指标值 {target}，实际 {actual}；超过 {limit}% 的要说明是否目标定低了。"],
    pass: "{name}{indicator}没有超出目标太多，或已说明",
  },
  "indicator-twice": {
    title: "{name}有 {count} 条指标重复出现：{indicators}",
    lines: ["名称、类别和指标值都相同；请合并，或改成不同的指标。"],
    pass: "{name}没有重复的指标",
  },
  "stale-year": {
    title: "{name}写到了 {found} 年（“{text}”），本表是 {year} 年的",
    lines: ["像是沿用了别的年度的文字；请核实。"],
    pass: "{name}没有写错年度",
  },
  "targets-not-found": {
    title: "{name}在绩效目标表中没有找到，不能与批复的目标核对",
    lines: ["按名称查找；请核对名称，或确认是否批复过目标。"],
  },
  "indicator-renamed": {
    title: "{name}{indicator}与批复的指标{approved}名称不同",
    lines: ["依据：{evidence}", "同一指标改了名称的，请说明。"],
    pass: "{name}{indicator}与批复的指标一致",
  },
  "indicator-replaced": {
    title: "{name}用{indicator}换掉了批复的指标{approved}",
    lines: ["同一个二级指标下，批复的没有，自评的不在批复里。"],
  },
  "indicator-missing": { title: "{name}没有自评批复的指标{approved}", lines: ["{where}里有这一条。"] },
  "indicator-added": { title: "{name}{indicator}不在批复的目标里", lines: ["{where}里没有这一条；后来调整的请说明。"] },
  "target-changed": {
    title: "{name}{indicator}的指标值“{target}”与批复的“{approved}”不同",
    lines: [],
    pass: "{name}{indicator}的指标值与批复的一致",
  },
  "points-changed": {
    title: "{name}{indicator}的分值 {reported} 与批复的 {computed} 不同",
    lines: ["差 {difference}"],
    pass: "{name}{indicator}的分值与批复的一致",
  },
  criterion: {
    title: "{name}{indicator}：{message}",
    lines: ["评分标准：{criterion}"],
    pass: "{name}{indicator}的评分标准没有这类问题",
  },
  "score-by-criterion": {
    title: "{name}{indicator}得分 {reported}，按评分标准应得 {computed}",
    lines: ["评分标准：{criterion}", "{steps}"],
    pass: "{name}{indicator}得分符合评分标准",
  },
  "score-other-convention": {
    title: "{name}{indicator}得分 {given}，按通常的理解应得 {scored}，请确认",
    lines: ["评分标准：{criterion}", "{steps}", "只有这样理解才得 {given}：{assumption}"],
  },
  "score-outside-choices": {
    title: "{name}{indicator}得分 {given}，不在评分标准可能给出的分数之中，请确认",
    lines: ["评分标准：{criterion}", "{question}"],
  },
  "project-not-in-base-data": {
    title: "项目“{project}”的全年执行数在基础数据表中没有找到对应的行",
    lines: ["按名称、按金额、按几行之和都没有找到。"],
  },
  "line-without-project": {
    title: "基础数据表“{project}”没有找到对应的项目自评表",
    lines: ["按名称、按金额、按几行之和都没有找到。"],
  },
  "target-in-words": {
    title: "{name}{indicator}的指标值是文字“{target}”，指标值类型写的是“{type}”",
    lines: ["类型要求是数，文字无法比较；请填数值，或把类型改为定性。"],
    pass: "{name}{indicator}的指标值与类型相符",
  },
  "target-always-met": {
    title: "{name}{indicator}的指标值“{full}”任何结果都达到",
    lines: ["不低于 0 的目标不起考核作用；请填写要完成的数。"],
    pass: "{name}{indicator}的指标值不是任何结果都达到",
  },
  "target-unit-of-count": {
    title: "{name}{indicator}是个数，指标值写成了百分比“{full}”，需说明",
    lines: ["请核对计量单位（家、个、次等）；如指增长的比例，请在指标名称中写明。"],
    pass: "{name}{indicator}的计量单位与名称不矛盾",
  },
  "printed-rate": {
    title: "{name}执行率写的是 {content}，按执行数 ÷ 预算数应为 {exact}",
    lines: [],
    pass: "{name}执行率等于执行数 ÷ 预算数",
  },
  "printed-rate-unreadable": {
    title: "{name}执行率写的是“{content}”，读不出来",
    lines: ["按执行数 ÷ 预算数为 {exact}"],
  },
  "summary-score-range": {
    title: "{name}自评得分 {score}，不在 0 到 {most} 分之间",
    lines: [],
    pass: "{name}自评得分在 0 到 {most} 分之间",
  },
  "summary-grade": {
    title: "{name}得分 {score}，等级写的是“{grade}”，应为“{wanted}”",
    lines: ["{from}：{scale}"],
    pass: "{name}等级与得分相符",
  },
  "form-not-listed": {
    title: "项目“{project}”有自评表，汇总表里没有这个项目",
    lines: ["按项目名称查找；汇总表漏列，或两处名称不同。"],
    pass: "项目“{project}”列在汇总表里",
  },
  "row-without-form": {
    title: "汇总表的项目“{project}”没有找到自评表",
    lines: ["按项目名称查找；自评表可能在别的文件里，或两处名称不同。"],
  },
} as const;

/** Ids of the wordings that the checks of the performance tables use. */
export type EvaluationWording = keyof typeof evaluationWordings;
