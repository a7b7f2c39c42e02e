/** What somebody typed into a form that could not be taken, to be sent again: nothing typed is lost. */
import { error, type RequestEvent } from '@sveltejs/kit';

export interface KeptForm {
  /** Where the form was sent; sending it there again does what was meant the first time. */
  readonly address: string;
  /** Texts in their order. Passwords and codes are left out. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Names of files, which a browser will not send again by itself. */
  readonly files: readonly string[];
  /** Whether a secret was left out, so that sending again as it stands would be in vain. */
  readonly lacksSecret: boolean;
}

/** Names of the fields that hold a secret, in every form of the office; a test looks for others. */
const secretNames: ReadonlySet<string> = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'repeatPassword',
  'code',
  'secretUri',
  'recoveryCode',
]);

/** A request's body can be read once; whoever asks first reads it for all. */
const forms = new WeakMap<Request, Promise<FormData>>();

/**
 * The form of this request. Every action of the office reads it here, so that it can be kept. Throws
 * SvelteKit's 400 for a body that is no form, or ends too early: that is no fault of ours.
 */
export function formOf(event: Pick<RequestEvent, 'request'>): Promise<FormData> {
  const { request } = event;
  const form = forms.get(request) ?? request.formData().then(withoutNul, () => error(400));
  forms.set(request, form);
  return form;
}

/** Texts without NUL, which no keyboard types and PostgreSQL keeps in no text. */
function withoutNul(form: FormData): FormData {
  const entries = [...form];
  if (!entries.some(([, value]) => typeof value === 'string' && value.includes('\0'))) return form;
  const clean = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === 'string') clean.append(name, value.replaceAll('\0', ''));
    else clean.append(name, value);
  }
  return clean;
}

/** A text field of a form; a missing one, or a file in its place, is empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** `null` where nothing was sent, what was sent is no form, or it was read past `formOf` and is gone. */
export async function keptForm(
  event: Pick<RequestEvent, 'request' | 'url'>,
): Promise<KeptForm | null> {
  const { request, url } = event;
  if (request.method !== 'POST') return null;
  if (!forms.has(request) && request.bodyUsed) return null;
  const form = await formOf(event).catch(() => null);
  if (form === null) return null;
  const entries = [...form];
  const texts = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const fields = texts.filter(([name]) => !secretNames.has(name));
  return {
    address: url.pathname + url.search,
    fields,
    files: entries.flatMap(([, value]) =>
      typeof value === 'string' || value.name === '' ? [] : [value.name],
    ),
    lacksSecret: fields.length < texts.length,
  };
}
