/** The cell formats of the workbooks we write, in the order of `cellStyles`. */
import { xmlStart } from './sheet-xml.ts';

/** 49 is the built-in format of text: what is typed stays as typed. */
const textFormat = 49;

const fonts = [
  '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  '<font><b/><sz val="14"/><name val="宋体"/><charset val="134"/></font>',
  '<font><sz val="11"/><color rgb="FFB3261E"/><name val="宋体"/><charset val="134"/></font>',
];

const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDCEBDD"/><bgColor indexed="64"/></patternFill></fill>',
];

const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF5B7F5F"/></bottom><diagonal/></border>',
];

const middle = '<alignment vertical="center" wrapText="1"/>';

const formats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="${textFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  `<xf numFmtId="${textFormat}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${middle}</xf>`,
  `<xf numFmtId="${textFormat}" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  `<xf numFmtId="${textFormat}" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
];

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

export const stylesXml = [
  `${xmlStart}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
  list('fonts', fonts),
  list('fills', fills),
  list('borders', borders),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', formats),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  '</styleSheet>',
].join('');
