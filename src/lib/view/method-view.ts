/** The method page, made from the programme and the log: nothing on it is typed twice. */
import type { Day } from '../domain/date.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { outcomes } from '../domain/outcome.ts';
import { ruleVersion, type TargetProgress } from '../domain/progress.ts';
import type { Status } from '../domain/status.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { MethodWords } from '../i18n/zh-CN/method.ts';
import { sourceView, type SourceView } from './source-list.ts';
import { trackOf } from './standing-words.ts';

interface RemarkView {
  readonly text: string;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
}

export interface MethodView {
  readonly words: MethodWords;
  readonly targets: readonly {
    readonly id: string;
    readonly name: string;
    readonly wording: string;
    readonly source: { readonly id: string; readonly title: string } | null;
    readonly required: string;
    readonly deadline: string;
    readonly setting: string;
  }[];
  readonly rules: readonly { readonly term: string; readonly text: string }[];
  readonly formula: readonly string[];
  readonly thresholds: readonly string[];
  readonly outcomes: readonly {
    readonly id: (typeof outcomes)[number];
    readonly word: string;
    readonly meaning: string;
  }[];
  readonly tracks: readonly {
    readonly id: string;
    readonly name: string;
    readonly note: string | null;
    readonly stages: readonly {
      readonly name: string;
      readonly counts: boolean;
      readonly exit: boolean;
      readonly note: string | null;
    }[];
  }[];
  readonly questions: readonly RemarkView[];
  readonly context: readonly RemarkView[];
  readonly sources: readonly SourceView[];
  readonly endpoints: readonly {
    readonly path: string;
    readonly href: string;
    readonly text: string;
  }[];
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  readonly citation: string;
}

export interface MethodFacts {
  readonly knowledge: Knowledge;
  readonly status: Status;
  readonly targets: readonly TargetProgress[];
  readonly version: string;
  readonly today: Day;
  /** Of the site, where the operator has set it. */
  readonly url: string | null;
}

export function methodView(facts: MethodFacts, say: Sentences): MethodView {
  const { knowledge, status, targets, version, today, url } = facts;
  const { programme } = knowledge;
  const { language, method, format, card } = say;
  const cite = (id: string) => {
    const source = knowledge.sources.get(id);
    return source ? [{ id, title: source.title }] : [];
  };
  const remark = ({ text, sources }: (typeof programme.context)[number]): RemarkView => ({
    text: text[language],
    sources: sources.flatMap(cite),
  });
  const { start, deadline, base } = programme.period;
  const { onTrack, accelerate } = programme.thresholds;
  return {
    words: method.words,
    targets: programme.targets.flatMap((target) => {
      const now = targets.find(({ id }) => id === target.id);
      if (!now) return [];
      const required = card.units(trackOf(programme, target.track).level, now.required);
      const others = target.alsoCountedBy.map((id) => trackOf(programme, id).name[language]);
      return [
        {
          id: target.id,
          name: target.name[language],
          wording: target.wording[language],
          source: cite(target.source)[0] ?? null,
          required: method.requiredOf(required, now.denominator),
          deadline: format.date(now.deadline),
          setting: method.alsoCounts(target.name[language], others),
        },
      ];
    }),
    rules: method.rules,
    formula: method.formula,
    thresholds: [
      method.period(start, deadline, base),
      method.thresholds(onTrack, accelerate),
      method.ruleVersion(ruleVersion),
    ],
    outcomes: outcomes.map((id) => ({
      id,
      word: say.outcome.outcomeWords[id],
      meaning: say.outcome.outcomeMeanings[id],
    })),
    tracks: programme.tracks.map(({ id, name, note, stages }) => ({
      id,
      name: name[language],
      note: note?.[language] ?? null,
      stages: stages.map((stage) => ({
        name: stage.name[language],
        counts: stage.counts,
        exit: stage.exit,
        note: stage.note?.[language] ?? null,
      })),
    })),
    questions: programme.openQuestions.map(remark),
    context: programme.context.map(remark),
    sources: status.sources.map((source) => sourceView(source, say)),
    endpoints: method.endpoints.map(({ path, text }) => ({
      path,
      href: path.replace('{id}', programme.targets[0]?.id ?? ''),
      text,
    })),
    parameters: method.parameters,
    citation: method.citation(programme.name[language], version, today, url),
  };
}
