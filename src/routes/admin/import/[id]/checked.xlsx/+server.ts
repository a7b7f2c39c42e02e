import { error, redirect } from '@sveltejs/kit';
import { noteHeading } from '$lib/i18n/zh-CN/ledger-template.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { importHref } from '$lib/view/office/import-page.ts';
import { attachmentName } from '../../../submission/[id]/file/[hash]/attachment-name.ts';
import { openKeptFile } from '../../../kept-files/open-kept-file.ts';
import { rowNotes } from '../row-notes.ts';
import type { RequestHandler } from './$types';

/** The ledger as it was sent in, with one more column that says what is wrong in each row. */
export const GET: RequestHandler = async (event) => {
  await requirePermission(event, 'submission.write');
  const { locals, params } = event;
  const say = sentences[locals.lang];
  const file = await whileDatabaseAnswers(event, async () => {
    const { imports } = office();
    const { kept, by } = await openKeptFile(event, imports);
    const judged = await imports.judge(kept);
    if (judged.status === 'refused') return judged;
    const notes = await rowNotes(judged, say);
    return imports.annotated(by, params.id, noteHeading, notes);
  });
  if (!file) error(404);
  // The preview says why, or that the file cannot be given back with a column more.
  if (file.status === 'refused') redirect(303, `${importHref(params.id)}?unmarked`);
  const name = say.importing.checkedName(file.name.replace(/\.(?:xlsx|csv|txt|tsv)$/i, ''));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-length': String(file.bytes.length),
      'content-disposition': attachmentName(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
};
