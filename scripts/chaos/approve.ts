/** An approver at the browser: opens a submission, presses 通过, and looks at what the site answers. */

export type Approval =
  /** The site answered that it is approved: from now on it must not be lost. */
  | 'acknowledged'
  /** The site answered otherwise: somebody was quicker, or the effect changed since it was shown. */
  | 'refused'
  /** The button was pressed and no answer came: it may be approved or not. */
  | 'unanswered'
  /** 503: the site asked to come back later; nothing was written. */
  | 'busy'
  /** The site was gone before the button was pressed. */
  | 'not-asked';

/** Through the page and its form, as a person would; `cookie`: the approver's. */
export async function approve(address: string, cookie: string, id: string): Promise<Approval> {
  let isAsked = false;
  try {
    const page = await fetch(`${address}/admin/submission/${id}`, {
      headers: { cookie, accept: 'text/html' },
      redirect: 'manual',
    });
    const html = await page.text();
    if (page.status === 503) return 'busy';
    if (page.status !== 200) throw new Unexpected(`page of ${id}: ${String(page.status)}`);
    const form = /<form[^>]*action="[^"]*\/approve"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1];
    // Approved before the last kill, though nobody was told.
    if (form === undefined) return 'refused';
    const fields = new URLSearchParams();
    for (const [, name = '', value = ''] of form.matchAll(
      /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
    )) {
      fields.set(name, unescaped(value));
    }
    isAsked = true;
    const answer = await fetch(`${address}/admin/submission/${id}?/approve`, {
      method: 'POST',
      headers: { cookie, origin: address, accept: 'text/html' },
      body: fields,
      redirect: 'manual',
    });
    const location = answer.headers.get('location') ?? '';
    await answer.arrayBuffer();
    if (answer.status === 303 && location.includes('done=approved')) return 'acknowledged';
    if (answer.status === 409) return 'refused';
    if (answer.status === 503) return 'busy';
    throw new Unexpected(`approval of ${id}: ${String(answer.status)} ${location}`);
  } catch (error) {
    if (error instanceof Unexpected) throw error;
    // What fetch rejects with where the connection ended: the kill.
    return isAsked ? 'unanswered' : 'not-asked';
  }
}

/** An answer the drill has no place for: it is wrong itself, and proves nothing. */
class Unexpected extends Error {}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
