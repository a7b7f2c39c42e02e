/** The steps of DESIGN §4 with the numbers put in, each as a formula and in words. */
import { daysBetween, type Day } from '../domain/date.ts';
import { countingTracks, type Knowledge } from '../domain/knowledge.ts';
import { targetPeriod, type Target } from '../domain/programme.ts';
import { boundOn, type TargetProgress } from '../domain/progress.ts';
import { countStated, statementsInForce } from '../domain/statement.ts';
import { lowSteps } from '../domain/timeline.ts';
import { stepWords, type StepId } from './calculation-words.ts';
import type { ExportLanguage } from './provenance.ts';

export interface CalculationStep {
  readonly id: StepId;
  /** The rule. */
  readonly words: string;
  /** The rule with this target's numbers. */
  readonly formula: string;
  readonly value: number | string | null;
}

/** Every step that had to be taken, in order. The last one's value is the outcome. */
export function calculationSteps(
  knowledge: Knowledge,
  target: Target,
  result: TargetProgress,
  lang: ExportLanguage,
): CalculationStep[] {
  const { at, named, low, high, required, denominator, gap, expected, deadline } = result;
  const { start, base } = targetPeriod(knowledge.programme, target);
  const [own] = countingTracks(knowledge, target);
  const stated = countStated(statementsInForce(own.statements, at));
  const words = stepWords[lang];
  const step = (id: StepId, value: number | string | null, formula: string): CalculationStep => ({
    id,
    words: words[id],
    formula,
    value,
  });
  const passed = Math.min(Math.max(0, daysBetween(start, at)), daysBetween(start, deadline));
  return [
    step('denominator', denominator, `N = ${denominator}`),
    step('required', required, requiredFormula(target, denominator, required)),
    step('named', named, `named = ${named}`),
    step('stated', stated, `stated = ${stated}`),
    step('low', low, `max(${named}, ${stated}) = ${low}`),
    step('high', high, `max(${low}, ${named} + ${result.possible.length}) = ${high}`),
    step('gap', gap, `max(0, ${required} − ${low}) = ${gap}`),
    step(
      'expected',
      expected,
      `${base} + (${required} − ${base}) × ${passed} ÷ ${daysBetween(start, deadline)} = ${rounded(expected)}`,
    ),
    step('met-on', result.metOn, historyFormula(knowledge, target, at)),
    ...(at > deadline && low < required ? [highAtDeadline()] : []),
    step('outcome', result.outcome, `${result.outcome}`),
  ];

  function highAtDeadline(): CalculationStep {
    const then = boundOn(knowledge, target, deadline);
    const formula = `high(${deadline}) = ${then.high}, required(${deadline}) = ${then.required}`;
    return step('high-at-deadline', then.high, formula);
  }
}

function requiredFormula(target: Target, denominator: number, required: number): string {
  return target.kind === 'number'
    ? `required = ${required}`
    : `⌈${target.numerator} × ${denominator} ÷ ${target.denominator}⌉ = ${required}`;
}

/** The days up to `at` on which `low ≥ required` began or ceased to hold. */
function historyFormula(knowledge: Knowledge, target: Target, at: Day): string {
  const turns: string[] = [];
  let held = false;
  for (const { from, low, required } of lowSteps(knowledge, target)) {
    if (from > at || low >= required === held) continue;
    held = low >= required;
    turns.push(`${from}: ${low} ${held ? '≥' : '<'} ${required}`);
  }
  return turns.join('; ') || 'low < required';
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
