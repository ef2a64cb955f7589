import type { Indicator } from "../tables";

/** A target that is one number with its unit: "≥40家", "大于等于95%". */
const single = /^(?:[≥≤><＞＜=]|大于|小于|等于|不低于|不少于|不超过|不高于)*\s*-?[\d.,]+\s*([^\d\s.,、，~～—-]{1,6})$/;
const noUnit = /^[/-]?$/;

/**
 * The unit in which an actual value is asked for: that of the unit's column, else the one behind the number of the
 * target; "" where neither says.
 */
export function unitAskedFor({ texts }: Pick<Indicator, "texts">): string {
  const { unit = "", target = "" } = texts;
  if (!noUnit.test(unit.trim())) return unit.trim();
  return single.exec(target.trim())?.[1] ?? "";
}

/**
 * What is written for an actual value as a person types it: a bare number gets the unit where the form has no column
 * for it; a percentage stays one, however the cell is formatted.
 */
export function actualToWrite(typed: string, { texts, cells }: Pick<Indicator, "texts" | "cells">): string | number {
  const text = typed.trim().replace(/％/g, "%");
  if (!/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return text;
  const unit = unitAskedFor({ texts });
  const standsBeside = cells["unit"] !== undefined && !/^[%％]$/.test(unit);
  return unit === "" || standsBeside ? Number(text) : `${text}${unit.replace(/％/g, "%")}`;
}
