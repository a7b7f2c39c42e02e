import { error } from '@sveltejs/kit';
import { sentences } from '$lib/i18n/sentences.ts';
import { template, templateName } from '$lib/i18n/zh-CN/ledger-template.ts';
import { requirePermission } from '$lib/server/http/guard.ts';
import { ledgerTemplate } from '$lib/server/import/ledger-template.ts';
import { nameOf, trackName } from '$lib/view/office/proposal-words.ts';
import { attachmentName } from '../../submission/[id]/file/[hash]/attachment-name.ts';
import type { RequestHandler } from './$types';

/** A workbook to fill in: the headings, and the names of the county's townships and villages to choose from. */
export const GET: RequestHandler = async (event) => {
  const { locals, url } = event;
  const { actor } = await requirePermission(event, 'submission.write');
  const { model } = locals;
  const { programme } = model.site.data;
  const division = url.searchParams.get('division') ?? actor.county ?? programme.prefecture;
  await requirePermission(event, 'submission.write', { division });
  const track = url.searchParams.get('track') ?? '';
  const say = sentences['zh-CN'];
  const bytes = ledgerTemplate(
    model.site.data,
    { track, division, today: model.today() },
    template,
  );
  if (!bytes) error(404);
  const knowledge = model.knowledge(null);
  const name = templateName(trackName(knowledge, track, say), nameOf(knowledge, division, say));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-length': String(bytes.length),
      'content-disposition': attachmentName(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
};
