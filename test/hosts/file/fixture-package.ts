import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Parts of a package by name, in the order in which they stand in the file. */
export type Parts = Record<string, string | Uint8Array>;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A zip archive of the parts; level 0 stores them, which is quicker for large ones. */
export function zipParts(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
    ),
    { mtime: new Date(2024, 0, 1), level },
  );
}

/** The parts of a zip archive as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** A relationships part from [id, kind, target] triples. */
export function relationships(...list: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELS}">${items.join("")}</Relationships>`;
}

/** A worksheet part with that content. */
export function worksheet(content: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${content}</worksheet>`;
}

export interface SimpleWorkbook {
  /** Sheet name → content of its worksheet element. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly styles?: string;
  readonly sharedStrings?: string;
  /** What stands in workbook.xml after the sheets. */
  readonly afterSheets?: string;
}

/** The content type of a part. */
function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
}

/** The parts of a small workbook. */
export function simpleParts({ sheets, styles, sharedStrings, afterSheets = "" }: SimpleWorkbook): Parts {
  const names = Object.keys(sheets);
  const parts: Parts = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override("xl/workbook.xml", "spreadsheetml.sheet.main") +
      names.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, "spreadsheetml.worksheet")).join("") +
      "</Types>",
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><bookViews><workbookView/></bookViews>` +
      `<sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}` +
      `</sheets>${afterSheets}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ...names.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ...(styles === undefined ? [] : [["rId101", "styles", "styles.xml"] as const]),
      ...(sharedStrings === undefined ? [] : [["rId102", "sharedStrings", "sharedStrings.xml"] as const]),
    ),
  };
  names.forEach((name, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(sheets[name]!)));
  if (styles !== undefined) parts["xl/styles.xml"] = `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  if (sharedStrings !== undefined) parts["xl/sharedStrings.xml"] = `${HEAD}<sst xmlns="${MAIN}">${sharedStrings}</sst>`;
  return parts;
}

/** A small workbook file. */
export function simpleWorkbook(workbook: SimpleWorkbook): Uint8Array {
  return zipParts(simpleParts(workbook));
}

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/**
 * A workbook with everything that a library which rewrites files is known to lose: a protection password, protected
 * ranges, extension lists (conditional formats and sparklines of Excel 2010), a chart, print set-up, defined names, a
 * comment, custom XML, a calculation chain. The first sheet is the income and expenditure summary of a made-up bureau.
 */
export function richParts(): Parts {
  const sharedStrings = [
    "收支总表",
    "单位：万元",
    "收入",
    "预算数",
    "支出",
    "一、一般公共预算拨款收入",
    "一、一般公共服务支出",
    "本年收入合计",
    "本年支出合计",
  ];
  const text = (address: string, index: number, style = 0): string =>
    `<c r="${address}" s="${style}" t="s"><v>${index}</v></c>`;
  const summary = [
    '<sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
      '<dimension ref="A1:D7"/>',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
      '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      '<sheetFormatPr defaultRowHeight="14.25"/>',
    '<cols><col min="1" max="1" width="32" customWidth="1"/>' +
      '<col min="2" max="2" width="16" style="2" customWidth="1"/>' +
      '<col min="3" max="3" width="32" customWidth="1"/>' +
      '<col min="4" max="4" width="16" style="2" customWidth="1"/>' +
      '<col min="5" max="5" width="9" hidden="1"/></cols>',
    `<sheetData><row r="1" spans="1:4" ht="30" customHeight="1">${text("A1", 0, 1)}</row>` +
      `<row r="2" spans="1:4">${text("D2", 1)}</row>`,
    `<row r="4" spans="1:4">${text("A4", 2)}${text("B4", 3)}${text("C4", 4)}${text("D4", 3)}</row>`,
    `<row r="5" spans="1:4">${text("A5", 5)}<c r="B5" s="2"><v>1000.57</v></c>${text("C5", 6)}<c r="D5" s="2">` +
      "<v>900.5</v></c></row>",
    `<row r="7" spans="1:4">${text("A7", 7)}<c r="B7" s="2"><f>SUM(B5:B6)</f><v>1000.57</v></c>${text("C7", 8)}` +
      '<c r="D7" s="2"><f>SUM(D5:D6)</f><v>900.5</v></c></row></sheetData>',
    '<sheetProtection algorithmName="SHA-512" ' +
      'hashValue="uMvYN8mIsd1Ffqr6oAqsyA1FfQ8pZ4yQ1c1rS6PZ0cF0A3fQ0nF3x8yq2Kq1c0ZkKk5iJqZb1XxQ0m9V3u7E1w==" ' +
      'saltValue="0e3yG1n1hVq0yQ9kq0mJ2A==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>',
    '<protectedRanges><protectedRange sqref="B5:B6" name="可填区域" algorithmName="SHA-512" hashValue="AAAA" ' +
      'saltValue="BBBB" spinCount="100000"/></protectedRanges>',
    '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>',
    '<conditionalFormatting sqref="B5:B7"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan">' +
      "<formula>0</formula></cfRule></conditionalFormatting>",
    '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" ' +
      'sqref="B5:B6"><formula1>0</formula1><formula2>99999999</formula2></dataValidation></dataValidations>',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" ' +
      'header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter>' +
      "<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>",
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
    `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>` +
      `<x14:conditionalFormatting xmlns:xm="${XM}">` +
      '<x14:cfRule type="dataBar" priority="1" id="{00000000-000E-0000-0000-000001000000}">' +
      '<x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>' +
      '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>' +
      "<xm:sqref>D5:D6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>",
    `<ext xmlns:x14="${X14}" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}">` +
      `<x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup displayEmptyCellsAs="gap">` +
      '<x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>收支总表!B5:B7</xm:f>' +
      "<xm:sqref>F5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>" +
      "</extLst>",
  ].join("");
  const parts = simpleParts({
    sheets: {
      收支总表: summary,
      支出总表:
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c><c r="B1"><f>收支总表!D7*1</f>' +
        "<v>900.5</v></c></row></sheetData>",
    },
    styles:
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts><fonts count="2"><font>' +
      '<sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="18"/>' +
      '<name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>' +
      '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>' +
      '<bottom/><diagonal/></border></borders><cellStyleXfs count="1">' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">' +
      '<alignment horizontal="center"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" ' +
      'applyNumberFormat="1"/></cellXfs><cellStyles count="1">' +
      '<cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font>' +
      '<color rgb="FFFF0000"/></font></dxf></dxfs>' +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    sharedStrings: sharedStrings.map((string) => `<si><t>${string}</t></si>`).join(""),
    afterSheets:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">收支总表!$A$1:$D$7</definedName>' +
      '<definedName name="收入合计">收支总表!$B$7</definedName></definedNames><calcPr calcId="191029"/>',
  });
  const types = String(parts["[Content_Types].xml"]);
  parts["[Content_Types].xml"] = types.replace(
    "</Types>",
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      override("xl/styles.xml", "spreadsheetml.styles") +
      override("xl/sharedStrings.xml", "spreadsheetml.sharedStrings") +
      override("xl/drawings/drawing1.xml", "drawing") +
      override("xl/charts/chart1.xml", "drawingml.chart") +
      override("xl/comments1.xml", "spreadsheetml.comments") +
      override("xl/calcChain.xml", "spreadsheetml.calcChain") +
      override("customXml/itemProps1.xml", "customXmlProperties") +
      "</Types>",
  );
  parts["xl/_rels/workbook.xml.rels"] = relationships(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ["rId101", "styles", "styles.xml"],
    ["rId102", "sharedStrings", "sharedStrings.xml"],
    ["rId103", "calcChain", "calcChain.xml"],
    ["rId104", "customXml", "../customXml/item1.xml"],
  );
  parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
    ["rId1", "drawing", "../drawings/drawing1.xml"],
    ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId3", "comments", "../comments1.xml"],
  );
  parts["xl/calcChain.xml"] =
    `${HEAD}<calcChain xmlns="${MAIN}"><c r="B7" i="1"/><c r="D7"/><c r="B1" i="2"/></calcChain>`;
  parts["xl/comments1.xml"] =
    `${HEAD}<comments xmlns="${MAIN}"><authors><author>财务</author></authors><commentList>` +
    '<comment ref="B5" authorId="0"><text><t>含上年结转</t></text></comment></commentList></comments>';
  parts["xl/drawings/vmlDrawing1.vml"] =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>' +
    '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden" ' +
    'fillcolor="#ffffe1"><x:ClientData ObjectType="Note"><x:Row>4</x:Row>' +
    "<x:Column>1</x:Column></x:ClientData></v:shape></xml>";
  parts["xl/drawings/drawing1.xml"] =
    `${HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"><xdr:twoCellAnchor><xdr:from>` +
    "<xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
    "<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>22</xdr:row>" +
    '<xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    '<xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>' +
    `<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}">` +
    `<c:chart xmlns:c="${CHART}" xmlns:r="${RELS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
    "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>";
  parts["xl/drawings/_rels/drawing1.xml.rels"] = relationships(["rId1", "chart", "../charts/chart1.xml"]);
  parts["xl/charts/chart1.xml"] =
    `${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:chart><c:plotArea><c:layout/><c:barChart>` +
    '<c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val>' +
    '<c:numRef><c:f>收支总表!$B$5:$B$7</c:f></c:numRef></c:val></c:ser><c:axId val="1"/>' +
    '<c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling>' +
    '<c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx>' +
    '<c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/>' +
    '<c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';
  parts["customXml/item1.xml"] = '<?xml version="1.0"?><other xmlns="urn:example:other"><kept/></other>';
  parts["customXml/_rels/item1.xml.rels"] = relationships(["rId1", "customXmlProps", "itemProps1.xml"]);
  parts["customXml/itemProps1.xml"] =
    '<?xml version="1.0"?><ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" ' +
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">' +
    "<ds:schemaRefs/></ds:datastoreItem>";
  return parts;
}
