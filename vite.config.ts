import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * One file for the runtime of Svelte and SvelteKit. Cut wherever two pages differ, it came as six, and
 * the headers of a file weigh more than the smallest of them (DESIGN §9: script before touch).
 */
const runtimeInOneFile: Plugin = {
  name: 'runtime-in-one-file',
  config: (_, { isSsrBuild }) =>
    isSsrBuild === true
      ? undefined
      : { build: { rolldownOptions: { output: { codeSplitting: { groups: [runtime] } } } } },
};
const runtime = { name: 'runtime', test: /node_modules\/(svelte|@sveltejs\/kit|esm-env)\// };

export default defineConfig({
  plugins: [sveltekit(), runtimeInOneFile],
  build: { target: 'es2022' },
});
