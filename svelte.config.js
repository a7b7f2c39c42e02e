import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ out: 'build', precompress: true }),
    // One round trip must be enough for a readable map (DESIGN §9): the CSS travels in the page.
    inlineStyleThreshold: 100_000,
    // Only the home page runs a script. It need not carry the list of every page of the office.
    router: { resolution: 'server' },
    // A page that hides its address (the set-up link's) posts with `Origin: null`. Our own check, on
    // every unsafe method and content type, judges that by Sec-Fetch-Site (server/http/origin-check.ts).
    csrf: { trustedOrigins: ['null'] },
    // Hashes, not nonces: rendered pages are cached and shared, a nonce would be shared with them.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute in our pages: SvelteKit's hidden live region that announces a new page.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['self'],
      },
    },
  },
  compilerOptions: { runes: true },
};
