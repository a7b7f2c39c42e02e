/**
 * `npm run bench`: the figures of DESIGN §9, measured on the production build. Prints one table and
 * writes every raw run. A thin line over `tests/bench`, where each section says what it measures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { figures, sections, type FigureId, type Section } from '../tests/bench/figures.ts';
import { measureImport } from '../tests/bench/import.ts';
import { describeMachine } from '../tests/bench/machine.ts';
import { measureMap } from '../tests/bench/map.ts';
import {
  notMeasured,
  verdictOf,
  type Json,
  type SectionResult,
} from '../tests/bench/measurement.ts';
import { measureOffice } from '../tests/bench/office.ts';
import { measureProgress } from '../tests/bench/progress.ts';
import { measureShift } from '../tests/bench/shift.ts';
import { startSite } from '../tests/bench/site.ts';
import { formatTable } from '../tests/bench/table.ts';
import { measureThroughput } from '../tests/bench/throughput.ts';
import { measureWeights } from '../tests/bench/weights.ts';

const help = `用法 Usage: npm run bench -- [--only SECTIONS] [--runs N] [--json FILE] [--frames DIR]

  --only SECTIONS  只测 of ${sections.join(',')}: those alone
  --runs N         每页加载次数 loads of each page for times in a browser (default: 5)
  --json FILE      结果文件 where the results go (default: bench/results.json)
  --frames DIR     写出比较所用的最终画面 save the finished maps that were compared, as PNG
  --help           this text

Builds first where it is needed. 测量时请勿运行其他程序 Nothing else should run on the machine. wrk and nginx (apt install wrk nginx-light) are needed for throughput alone.

Exit codes: 0 every figure that could be measured holds; 1 one does not, or a section broke off;
2 the call is off.`;

function fail(message: string): never {
  console.error(`${message}\n\n${help}`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', default: sections.join(',') },
        runs: { type: 'string', default: '5' },
        json: { type: 'string', default: 'bench/results.json' },
        frames: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function readSections(text: string): readonly Section[] {
  const unknown = text.split(',').filter((name) => !sections.some((section) => section === name));
  if (unknown.length > 0) fail(`--only ${unknown.join(',')}: ${sections.join(', ')}.`);
  return sections.filter((section) => text.split(',').includes(section));
}

const options = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1 || runs > 50) fail(`--runs ${options.runs}: 1 to 50.`);
const chosen = readSections(options.only);

function figuresOf(section: Section): FigureId[] {
  const ids = Object.keys(figures) as FigureId[];
  return ids.filter((id) => figures[id].section === section);
}

const brokenOff = new Set<Section>();

/** A section that breaks off has measured nothing; the others go on. */
async function attempt(
  section: Section,
  measure: () => SectionResult | Promise<SectionResult>,
): Promise<SectionResult> {
  console.error(`… ${section}`);
  try {
    return await measure();
  } catch (error) {
    brokenOff.add(section);
    console.error(error);
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { measurements: notMeasured(figuresOf(section), why), raw: { why } };
  }
}

const machine = describeMachine();
const results = new Map<Section, SectionResult>();
/** These serve a site of their own, or none. */
const ownSite: ReadonlySet<Section> = new Set(['progress', 'office', 'import']);
const needsSite = chosen.some((section) => !ownSite.has(section));
const started = needsSite ? await startSite('data') : undefined;
try {
  for (const section of chosen) {
    const measure = async (): Promise<SectionResult> => {
      if (section === 'progress') return measureProgress();
      if (section === 'office') return measureOffice();
      if (section === 'import') return measureImport();
      if (started?.status !== 'started') throw new Error(`no site: ${started?.why ?? ''}`);
      const { origin } = started.site;
      switch (section) {
        case 'weights':
          return measureWeights(origin);
        case 'map':
          return measureMap(origin, runs, options.frames);
        case 'shift':
          return measureShift(origin, runs);
        case 'throughput':
          return measureThroughput(origin);
      }
    };
    results.set(section, await attempt(section, measure));
  }
} finally {
  if (started?.status === 'started') await started.site.close();
}

const measurements = [...results.values()].flatMap((result) => result.measurements);
const verdicts = measurements.map((measurement) => ({
  ...measurement,
  ...(measurement.kind !== 'beside' && { ...figures[measurement.figure] }),
  holds: verdictOf(measurement),
}));
const report: Json = {
  date: new Date().toISOString(),
  machine,
  runs,
  measurements: verdicts,
  raw: Object.fromEntries([...results].map(([section, { raw }]) => [section, raw])),
};
mkdirSync(dirname(options.json), { recursive: true });
writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
console.log(formatTable(measurements));
console.log(`\n1 kB = 1000 bytes. ${JSON.stringify(machine)}\n${options.json}`);
process.exit(brokenOff.size > 0 || verdicts.some(({ holds }) => holds === 'NO') ? 1 : 0);
