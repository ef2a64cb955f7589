import { makeWorkbook } from "./made-workbook";
import { catalogue } from "../src/catalogue";
import { recogniseTables } from "../src/engine/tables";
const wb=makeWorkbook(200,5000);
const ts=[];for(let i=0;i<12;i++){const t=performance.now();recogniseTables(wb,catalogue.templates);ts.push((performance.now()-t).toFixed(0));}
console.log(ts.join(" "));
