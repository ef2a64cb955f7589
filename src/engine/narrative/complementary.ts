/**
 * Kinds of things that leave nothing over between them: where a text divides a number by kinds of one of these
 * families, it names all that there are. Sources: the 国有资产占用 paragraph of 财预〔2016〕143号's model text (kinds of cars),
 * 机构编制 (kinds of posts), and what offices write.
 */
const families: readonly RegExp[] = [
  /领导|负责人|机要|通信|应急|执法|执勤|特种|专业技术用车|离退休干部用车|老干部|业务用车|公务用车|轿车|越野|客车|货车|载[客货]|其[他它余]/,
  /行政|参公|参照|事业|工勤|工人|全额|差额|自收自支|聘用|编外|编制外|合同|公务员|机关|其[他它余]/,
  /在职|在编|离休|退休|编外|聘用|遗属/,
  /管理岗|管理人员|技术|专技|工勤|教师|教职|教辅|职员|其[他它余]/,
  /优|良|中|合格|差/,
  /一级|二级|三级/,
  /本级|机关|所属|下属|直属|基层/,
  /男|女/,
  /国内|国外|境外|国\(境\)外|外事|外宾/,
  /自评|第三方|委托|重点评价|财政评价|部门评价/,
  /行政|参公|参照|事业|机关|企业|社团|团体|公益|本级/,
  /幼儿|学前|小学|初中|高中|中学|中职|职业|大学|本科|专科|研究生/,
  /办公|业务|技术|服务|住宅|宿舍|其[他它余]/,
  /货物|工程|服务/,
  /用车|车辆/,
  /自有|租赁|租用|借用/,
  /新增|更新|结转|延续|续建|新建|一次性|经常性/,
];

/** Kinds of assets, which an account divides without a rest. */
const assets =
  /^(?:流动资产|固定资产|在建工程|无形资产|长期(?:股权)?投资|公共基础设施|政府储备物资|保障性住房|文物.*|其[他它]资产)/;

/** Do these amounts divide the assets of a body? */
export function areAssets(names: readonly string[]): boolean {
  return names.every((name) => assets.test(name));
}

/** Are these kinds all of one family? */
export function areComplementary(names: readonly string[]): boolean {
  return families.some((family) => names.every((name) => family.test(name)));
}
