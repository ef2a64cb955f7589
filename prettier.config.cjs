/** The add-in family's style, at the width that the linter enforces. */
module.exports = { ...require("office-addin-prettier-config"), printWidth: 120, trailingComma: "all" };
