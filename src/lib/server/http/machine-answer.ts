/** What every answer for machines has in common: how it is asked for, who may read it, its marks. */
import type { Day } from '../../domain/date.ts';
import type { Language } from '../../i18n/language.ts';
import { parseView, type QueryProblem, type ViewState } from '../../map/url-state.ts';
import { knownValues } from '../known-values.ts';
import type { ReadModel } from '../read-model.ts';
import { problemResponse } from './problem.ts';
import { inertPolicy } from './security-headers.ts';

/** What a route is asked for. */
export interface MachineRequest {
  readonly model: ReadModel;
  readonly view: ViewState;
  /** The day asked for, else today. */
  readonly at: Day;
  readonly lang: Language;
}

export interface MachineAnswer {
  /** With its charset. */
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** The name under which the answer is to be saved; left out, it is shown in place. */
  readonly saveAs?: FileName;
}

/** A name in UTF-8, and one for clients that read ASCII only. */
export interface FileName {
  readonly full: string;
  readonly ascii: string;
}

/** Anybody may read, nobody may send credentials along. */
const readable = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Disposition, ETag, X-Data-Set',
  'content-security-policy': inertPolicy,
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * Answers GET and HEAD. The query is read as the page reads it; its first problem is the answer,
 * where the page would show its default.
 */
export function answerMachine(
  model: ReadModel,
  params: URLSearchParams,
  lang: Language,
  make: (request: MachineRequest) => MachineAnswer | Response,
): Response {
  const { view, problems } = parseView(params, knownValues(model, true));
  return answerUnless(problems, model, lang, () =>
    make({ model, view, at: view.at ?? model.today(), lang }),
  );
}

/** The answer, for a query of whatever kind that was read; or the first problem with it. */
export function answerUnless(
  [problem]: readonly QueryProblem[],
  model: ReadModel,
  lang: Language,
  make: () => MachineAnswer | Response,
): Response {
  if (problem) return problemResponse(problem, lang, readable);
  const answer = make();
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(readable)) answer.headers.set(name, value);
    return answer;
  }
  return new Response(answer.body, {
    headers: {
      ...readable,
      'content-type': answer.type,
      'content-language': lang,
      ...(answer.saveAs && { 'content-disposition': attachment(answer.saveAs) }),
      ...(model.site.data.programme.demonstration && { 'x-data-set': 'demonstration' }),
    },
  });
}

/** Every other method: OPTIONS says what is allowed (and answers CORS preflights), the rest is 405. */
export function refuseMethod(method: string, lang: Language): Response {
  const allow = 'GET, HEAD, OPTIONS';
  if (method !== 'OPTIONS') {
    return problemResponse({ kind: 'method-not-allowed', value: method }, lang, { allow });
  }
  return new Response(null, {
    status: 204,
    headers: {
      allow,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
      'access-control-max-age': '86400',
    },
  });
}

/** As RFC 6266 writes it, and RFC 8187 the name: four marks that a URI may hold must be encoded there. */
function attachment({ full, ascii }: FileName): string {
  const encoded = encodeURIComponent(full).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
