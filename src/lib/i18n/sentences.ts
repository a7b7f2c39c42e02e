/**
 * The sentences made of data, by language. They are told on the server and sent as text, so they
 * cost the browser nothing. English must offer every sentence that Chinese does.
 */
import * as enCard from './en/card.ts';
import * as enChangeList from './en/change-list.ts';
import * as enCounty from './en/county.ts';
import * as enDeskReport from './en/desk-report.ts';
import * as enDeskReview from './en/desk-review.ts';
import * as enDesk from './en/desk.ts';
import * as enDownload from './en/download.ts';
import * as enFormat from './en/format.ts';
import * as enLedger from './en/import.ts';
import { geodata as enGeodata } from './en/geodata.ts';
import * as enLegend from './en/legend.ts';
import * as enMap from './en/map.ts';
import * as enMethod from './en/method.ts';
import * as enImporting from './en/office-import.ts';
import * as enPlacing from './en/office-places.ts';
import * as enOutcome from './en/outcome.ts';
import * as enProblem from './en/problem.ts';
import * as enQuota from './en/quota.ts';
import * as enRegister from './en/register.ts';
import * as enStanding from './en/standing.ts';
import * as enSummary from './en/summary.ts';
import * as enWorkbook from './en/workbook-refusals.ts';
import type { Language } from './language.ts';
import * as zhCard from './zh-CN/card.ts';
import * as zhChangeList from './zh-CN/change-list.ts';
import * as zhCounty from './zh-CN/county.ts';
import * as zhDeskReport from './zh-CN/desk-report.ts';
import * as zhDeskReview from './zh-CN/desk-review.ts';
import * as zhDesk from './zh-CN/desk.ts';
import * as zhDownload from './zh-CN/download.ts';
import * as zhFormat from './zh-CN/format.ts';
import * as zhLedger from './zh-CN/import.ts';
import { geodata as zhGeodata } from './zh-CN/geodata.ts';
import * as zhLegend from './zh-CN/legend.ts';
import * as zhMap from './zh-CN/map.ts';
import * as zhMethod from './zh-CN/method.ts';
import * as zhImporting from './zh-CN/office-import.ts';
import * as zhPlacing from './zh-CN/office-places.ts';
import * as zhOutcome from './zh-CN/outcome.ts';
import * as zhProblem from './zh-CN/problem.ts';
import * as zhQuota from './zh-CN/quota.ts';
import * as zhRegister from './zh-CN/register.ts';
import * as zhStanding from './zh-CN/standing.ts';
import * as zhSummary from './zh-CN/summary.ts';
import * as zhWorkbook from './zh-CN/workbook-refusals.ts';

const zhCN = {
  language: 'zh-CN' as Language,
  format: zhFormat,
  outcome: zhOutcome,
  card: zhCard,
  county: zhCounty,
  summary: zhSummary,
  standing: zhStanding,
  legend: zhLegend,
  map: zhMap,
  method: zhMethod,
  problem: zhProblem,
  quota: zhQuota,
  register: zhRegister,
  download: zhDownload,
  desk: zhDesk,
  report: zhDeskReport,
  review: zhDeskReview,
  ledger: zhLedger,
  workbook: zhWorkbook,
  importing: zhImporting,
  changeList: zhChangeList,
  placing: zhPlacing,
  geodata: zhGeodata,
};

export type Sentences = typeof zhCN;

const en: Sentences = {
  language: 'en',
  format: enFormat,
  outcome: enOutcome,
  card: enCard,
  county: enCounty,
  summary: enSummary,
  standing: enStanding,
  legend: enLegend,
  map: enMap,
  method: enMethod,
  problem: enProblem,
  quota: enQuota,
  register: enRegister,
  download: enDownload,
  desk: enDesk,
  report: enDeskReport,
  review: enDeskReview,
  ledger: enLedger,
  workbook: enWorkbook,
  importing: enImporting,
  changeList: enChangeList,
  placing: enPlacing,
  geodata: enGeodata,
};

/** Every sentence in one language. */
export const sentences: Readonly<Record<Language, Sentences>> = { 'zh-CN': zhCN, en };
