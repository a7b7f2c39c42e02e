/** The log as a file to take away: logged before the first byte leaves, made page by page. */
import type { RequestEvent } from '@sveltejs/kit';
import { shanghaiDay } from '$lib/domain/date.ts';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import type { LogFilter } from '$lib/server/audit/log-filter.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { readLogQuery } from './log-query.ts';

export interface LogFile {
  readonly extension: 'csv' | 'jsonl';
  readonly mediaType: string;
  /** Its text, piece by piece. */
  readonly write: (filter: LogFilter) => AsyncGenerator<string>;
}

export async function exportLog(event: RequestEvent, file: LogFile): Promise<Response> {
  const { actor } = await requirePermission(event, 'log.read');
  const { lang, request } = event.locals;
  const { filter, faults } = readLogQuery(event.url.searchParams, officeWordsOf[lang].log);
  // Half a filter would hand out more than was asked for.
  if (faults.length > 0) {
    const text = `${faults.map(({ message }) => message).join(' ')}\n`;
    return new Response(text, {
      status: 400,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  await whileDatabaseAnswers(event, () =>
    office().record({
      actor: { id: actor.id, name: actor.name },
      action: 'log.exported',
      details: { ...filter, format: file.extension },
      request,
    }),
  );
  const name = `audit-log-${shanghaiDay(Date.now())}.${file.extension}`;
  return new Response(streamOf(file.write(filter)), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Asks for the next piece only when the reader has taken the last one. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
