/** What `--help` prints. */
export const help = `预算核对：核对部门预算公开表、绩效目标表和绩效自评表。不联网，不改动原文件。

用法
  npm run -s hedui -- check 文件.xlsx|目录… [选项] 核对工作簿，或目录下的所有工作簿
  npm run -s hedui -- score < cases.jsonl          按评分标准计分，每行一个 JSON
  npm run -s hedui -- fill 自评表.xlsx --out 新文件.xlsx        填写绩效自评表的得分
  npm run -s hedui -- selfeval 目标表.xlsx --out 新文件.xlsx    由绩效目标生成绩效自评表

check 的选项
  --json              结果写成 JSON（多个文件时每行一个）
  --all               一致的核对也列出来
  --strict            未能核对的也算没有通过
  --out 新文件.xlsx    另存一份带标记和“核对结果”表的副本（只能核对一个文件时用）
  --jobs 个数          同时核对几个文件（不写就按处理器的核数）
  --force             --out 的文件已存在时覆盖它
  --catalogue 目录     加用目录里的表样和规则（JSON 文件）
  --targets 文件.xlsx  与年初批复的绩效目标对照
  --unit 文件.xlsx     与所属单位自己的工作簿对照（可以给多个）
  --prior 文件.xlsx    与上年的工作簿对照
  --text 说明.docx     与说明文字对照（.docx 或 .txt）

score 的选项
  --file cases.jsonl  从文件读，不从标准输入读
  --workbook 文件.xlsx 按这个工作簿里选定的约定和更正过的读法计分
  --convention 名=值   改用另一种约定（可以给多个）

fill 的选项
  --targets 文件.xlsx  评分标准在另一个工作簿里
  --overwrite         已经填了的得分也重写
  --json、--force      同上

selfeval 的选项
  --project 项目名     只生成这些项目（可以给多个）；不给就全部生成，连同部门整体
  --actuals 文件.xlsx  实际完成值所在的工作簿：有“项目、三级指标、实际完成值”几栏的任意一张表
  --json、--force      同上

退出码
  0 没有必须改的   1 有必须改的不符   2 有文件没能核对，或参数不对
`;
