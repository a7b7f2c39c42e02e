/** Hands whole `Set-Cookie` values, as better-auth makes them, to SvelteKit, which sends its own. */
import type { Cookies } from '@sveltejs/kit';

type Options = Parameters<Cookies['set']>[2];

/** Attributes are those of RFC 6265 §5.2; the value goes out as it is, already encoded. */
export function putCookies(cookies: Pick<Cookies, 'set'>, values: readonly string[]): void {
  for (const whole of values) {
    const [pair = '', ...attributes] = whole.split(';');
    const at = pair.indexOf('=');
    if (at < 1) continue;
    cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim(), optionsOf(attributes));
  }
}

function optionsOf(attributes: readonly string[]): Options {
  // SvelteKit adds HttpOnly and Secure of its own where they are not denied.
  const options: Options = { path: '/', httpOnly: false, secure: false, encode: (value) => value };
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split('=', 2).map((text) => text.trim());
    switch (name.toLowerCase()) {
      case 'path':
        options.path = value;
        break;
      case 'domain':
        options.domain = value;
        break;
      case 'max-age':
        options.maxAge = Number(value);
        break;
      case 'expires':
        options.expires = new Date(value);
        break;
      case 'httponly':
        options.httpOnly = true;
        break;
      case 'secure':
        options.secure = true;
        break;
      case 'samesite':
        options.sameSite = sameSite(value);
        break;
    }
  }
  return options;
}

function sameSite(value: string): 'strict' | 'lax' | 'none' {
  const lower = value.toLowerCase();
  return lower === 'strict' || lower === 'none' ? lower : 'lax';
}
