/** What a cell denies, or leaves unsaid beside a count, a date or a change; and what is still asked. */
import { testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "净减少由增减的方向回答",
    given: {
      criterion: "规上工业企业净增15家得满分，每少1家扣0.5分，净减少的不得分",
      target: "≥15家",
      unit: "家",
      type: "",
      points: 8,
      indicator: "规上工业企业净增数",
    },
    cells: [
      ["净增11家", 6],
      ["净减少2家", 0],
      ["净增15家", 8],
      ["11家", 6],
      ["净增加16家", 8],
    ],
  },
  {
    law: "同一级里分甲乙，看后面的字",
    given: {
      criterion: "年度内通过三级甲等复审得满分，通过三级乙等得一半分，未通过不得分",
      target: "三级甲等",
      unit: "",
      type: "定性",
      points: 8,
      indicator: "等级医院复审",
    },
    cells: [
      ["通过三级乙等", 4],
      ["通过三级甲等", 8],
      ["未通过", 0],
      ["未通过复审", 0],
    ],
  },
  {
    law: "括号里的分数线与“未通过”互为反面",
    given: {
      criterion: "等保测评通过（≥75分）得6分；未通过不得分",
      target: "≥75分",
      unit: "分",
      type: "≥",
      points: 6,
      indicator: "等保测评",
    },
    cells: [
      ["82.4分", 6],
      ["71分", 0],
      ["未通过", 0],
      ["通过", 6],
    ],
  },
  {
    law: "全部覆盖与“未全覆盖”互为反面",
    given: {
      criterion: "覆盖46个单位得3分，未全覆盖不得分",
      target: "46个",
      unit: "个",
      type: "=",
      points: 3,
      indicator: "系统培训覆盖单位数",
    },
    cells: [
      ["45个", 0],
      ["46", 3],
    ],
  },
  {
    law: "加分加在得了的分上，不得分的没有可加的",
    given: {
      criterion: "党建品牌≥1个的得5分，未创建的不得分，获省级表彰的另加2分，总分不超过5分",
      target: "≥1个",
      unit: "个",
      type: "≥",
      points: 5,
      indicator: "党建品牌创建数",
    },
    cells: [
      ["1个", 5],
      ["0个", 0],
      ["未创建", 0],
    ],
  },
  {
    law: "迟了也是办了",
    given: {
      criterion: "惠企资金兑付每延迟5个工作日扣0.5分，扣完为止；未兑付不得分",
      target: "按时兑付",
      unit: "",
      type: "定性",
      points: 5,
      indicator: "惠企资金兑付及时性",
    },
    cells: [
      ["延迟10个工作日", 4],
      ["按时兑付", 5],
      ["未兑付", 0],
    ],
  },
  {
    law: "日期对日期，迟几天扣几天",
    given: {
      criterion: "绩效自评按时报送得2分，迟报的每迟1天扣0.5分，未报送不得分",
      target: "2025年3月31日前",
      unit: "",
      type: "定性",
      points: 2,
      indicator: "自评报送及时性",
    },
    cells: [
      ["2025年4月2日", 1],
      ["未报送", 0],
      ["2025年3月28日", 2],
      ["2025年4月10日", 0],
      ["迟报2天", 1],
      ["按时报送", 2],
    ],
  },
  {
    law: "列出的两种不好的都说明没有，不扣分",
    given: {
      criterion: "未开展述职评议的扣3分；开展但整改不到位的扣1分",
      target: "开展并整改到位",
      unit: "",
      type: "定性",
      points: 3,
      indicator: "党组织书记述职评议",
    },
    cells: [
      ["已开展，整改到位", 3],
      ["未开展", 0],
      ["已开展，整改不到位", 2],
      ["已开展", "asks"],
    ],
  },
  {
    law: "没有发生，就没有影响较大",
    given: {
      criterion: "每发生1次安全事件扣2分，影响较大的扣5分",
      target: "0次",
      unit: "次",
      type: "=",
      points: 5,
      indicator: "网络安全事件",
    },
    cells: [
      ["0次", 5],
      ["1次", "asks"],
      ["1次，影响较大", 0],
    ],
  },
  {
    law: "评了档次的，就是参加了",
    given: {
      criterion: "考核结果排全市第一档的得满分，第二档的得分值的85%，第三档的得分值的60%，未参加考核的不得分",
      target: "第一档",
      unit: "档",
      type: "定性",
      points: 8,
      indicator: "河湖长制考核",
    },
    cells: [
      ["第二档", 6.8],
      ["未参加考核", 0],
    ],
  },
  {
    law: "“不降”由升降的方向回答",
    given: {
      criterion: "年末存量较年初下降10%得满分，每少下降1个百分点扣1分，不降得0分",
      target: "较年初下降10%",
      unit: "%",
      type: "≥",
      points: 8,
      indicator: "历史欠费存量",
    },
    cells: [
      ["较年初下降7%", 5],
      ["较年初下降12%", 8],
      ["较年初上升2%", 0],
      ["持平", 0],
    ],
  },
  {
    law: "照着写的那一句，不用再看数",
    given: {
      criterion:
        "结转结余变动率不大于零，计满分；大于零的，每增加一个百分点扣减0.2分，直至扣完；无结转结余资金的，计满分",
      target: "≤0%",
      unit: "%",
      type: "≤",
      points: 4,
      indicator: "结转结余变动率",
    },
    cells: [
      ["无结转结余资金", 4],
      ["-3%", 4],
      ["5%", 3],
    ],
  },
  {
    law: "持平就是增幅为零",
    given: {
      criterion: "税收收入增幅：10%以上，10分；8%—10%，8分；5%—8%，6分；0—5%，3分；负增长，0分",
      target: "≥10%",
      unit: "%",
      type: "≥",
      points: 10,
      indicator: "税收收入增幅",
    },
    cells: [
      ["持平", 3],
      ["-1%", 0],
      ["下降1%", 0],
      ["9%", 8],
    ],
  },
  {
    law: "3月以后接着2月底前，3月里就算",
    given: {
      criterion: "1月底前召开得5分，2月底前召开得3分，3月以后召开得0分",
      target: "2024年1月底前",
      unit: "",
      type: "",
      points: 5,
      indicator: "组织生活会召开时间",
    },
    cells: [
      ["2024年3月15日", 0],
      ["2024年2月15日", 3],
      ["2024年4月1日", 0],
    ],
  },
  {
    law: "覆盖所有，就是百分之百",
    given: {
      criterion: "覆盖所有行政村得满分，覆盖率每少5%扣1分，低于50%不得分",
      target: "100%",
      unit: "%",
      type: "=",
      points: 8,
      indicator: "文化下乡行政村覆盖率",
    },
    cells: [
      ["85%", 5],
      ["48%", 0],
      ["100%", 8],
    ],
  },
  {
    law: "超时几件，数的是件数",
    given: {
      criterion: "派件处置超时1件扣0.1分，超时10件以上本项不得分",
      target: "0件",
      unit: "件",
      type: "=",
      points: 5,
      indicator: "12345热线派件超时",
    },
    cells: [
      ["6件", 4.4],
      ["11件", 0],
      ["0件", 5],
    ],
  },
  {
    law: "购置率就是购置数与指标值之比",
    given: {
      criterion: "购置率100%得满分,每降低10个百分点扣2分",
      target: "18台",
      unit: "台",
      type: "≥",
      points: 10,
      indicator: "环卫车辆购置数",
    },
    cells: [
      ["16台", 8],
      ["18台", 10],
    ],
  },
];

testLaws(LAWS);
