/** 采用, 使用, 用: by which method. */

import { any, token } from "./build";

export const USING = any(
  token("quality", (_v, t) => t.word === "采用"),
  token("done", (_v, t) => t.word === "使用"),
  token("noun", (_v, t) => /^(?:运?用|采取|通过)$/u.test(t.word)),
);
