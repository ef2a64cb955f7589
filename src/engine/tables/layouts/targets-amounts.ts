import type { Column, Part } from "../table";
import type { IndicatorHeader } from "./targets-header";

/** Funds of 财政拨款: its parts where it is printed itself, else parts of the total. */
const fiscalFunds = ["general-public", "government-fund", "state-capital", "fiscal-part"];
/** Where money comes from. By nature (basic, project) the same money is said again. */
const sources = ["fiscal-line", ...fiscalFunds, "special-account", "carry-over", "other"];
const amounts = ["total", ...sources, "basic", "project"];

/**
 * Which amount each of some amounts of one form or one header is a part of, by their roles: sources are parts of the
 * total, funds are parts of 财政拨款 where it is there. An "其中" list without 其他资金 may leave money out: it is
 * at most its whole. 基本支出 and 项目支出 have no parent: they say the same money again and are left to a rule.
 */
export function partsBySource(
  items: readonly { readonly roles: readonly string[]; readonly ofWhich: boolean }[],
): { parent: number | null; part: Part }[] {
  const first = (role: string): number | null => {
    const at = items.findIndex((item) => item.roles.includes(role));
    return at < 0 ? null : at;
  };
  const total = first("total");
  const fiscal = first("fiscal-line");
  const parents = items.map((item, at): number | null => {
    if (item.roles.some((role) => fiscalFunds.includes(role))) return fiscal ?? total;
    return at !== total && item.roles.some((role) => sources.includes(role)) ? total : null;
  });
  return items.map((_, at) => {
    const parent = parents[at] ?? null;
    const siblings = items.filter((_, other) => parents[other] === parent);
    const complete =
      siblings.length > 1 &&
      (!siblings.some((item) => item.ofWhich) ||
        siblings.some((item) => item.roles.includes("other")) ||
        parent === fiscal);
    return { parent, part: parent === null || complete ? "sum" : "of-which" };
  });
}

/** The amount columns of a list, from the left, with the role that each was found by. */
export function amountColumns(header: IndicatorHeader): { roles: string[]; columns: Column[] } {
  const roles = amounts
    .filter((role) => header.columns.has(role))
    .sort((a, b) => header.columns.get(a)! - header.columns.get(b)!);
  const items = roles.map((role) => {
    const path = header.paths[header.columns.get(role)!]!;
    return {
      path,
      roles: role === "total" ? ["amount", "total"] : [role],
      ofWhich: path.some((word) => word.startsWith("其中")),
    };
  });
  const parts = partsBySource(items);
  return { roles, columns: items.map(({ path, roles: own }, at) => ({ path, roles: own, ...parts[at]! })) };
}
