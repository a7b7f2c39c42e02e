/** Faults of our own: one JSON line in the log, a number for the reader, nothing else. */
import { randomUUID } from 'node:crypto';
import type { Language } from '../../i18n/language.ts';
import { createLog, log, withoutSecrets, withoutToken } from './log.ts';

export interface LoggedError {
  readonly error: unknown;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Id of the request it came in, where there is one. */
  readonly request?: string;
}

type Write = (line: string) => void;

/** Writes the fault to the log and answers the id it can be found by. */
export function logError({ error, path, ...where }: LoggedError, write?: Write): string {
  const id = randomUUID();
  const { message, stack } =
    error instanceof Error ? error : { message: String(error), stack: undefined };
  const fault = {
    id,
    ...where,
    path: withoutToken(path),
    ...(stack !== undefined && { stack: withoutSecrets(stack) }),
  };
  (write ? createLog({ write }) : log).error(fault, withoutSecrets(message));
  return id;
}

/** What the reader is told, without anything internal. */
export function errorMessage(status: number, lang: Language): string {
  const { 'zh-CN': chinese, en } = messageOf(status);
  return lang === 'en' ? en : chinese;
}

function messageOf(status: number): Readonly<Record<Language, string>> {
  if (status === 404) return { 'zh-CN': '没有这个页面。', en: 'There is no such page.' };
  if (status < 500) return { 'zh-CN': '请求无法处理。', en: 'This request cannot be handled.' };
  return {
    'zh-CN': '服务器出错，请稍后再试。',
    en: 'The server failed. Please try again later.',
  };
}
