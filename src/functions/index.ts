/**
 * The custom functions by themselves (functions.js): where Excel runs them without the pane, no workbook's settings are
 * at hand.
 */
import { associateFunctions } from "./associate";
import { noWorkbook } from "./blank-cells";
import { usualPractice } from "./workbook-practice";

associateFunctions(usualPractice(), noWorkbook);
