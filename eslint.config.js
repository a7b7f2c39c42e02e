import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const lib = fileURLToPath(new URL('./src/lib', import.meta.url));

/**
 * Arrows point inward (DESIGN §7): what a folder of src/lib may import of ours, beside itself.
 * @type {Record<string, readonly string[]>}
 */
const mayImport = {
  domain: [],
  map: ['domain'],
  export: ['domain', 'map'],
  i18n: ['domain', 'map'],
  view: ['domain', 'map', 'i18n'],
  components: ['domain', 'map', 'i18n', 'view'],
  server: ['domain', 'map', 'export', 'i18n'],
};

const layers = Object.keys(mayImport);

const zones = layers.flatMap((layer) => {
  const allowed = [layer, ...(mayImport[layer] ?? [])];
  return [
    ...layers
      .filter((other) => !allowed.includes(other))
      .map((other) => ({
        target: `./src/lib/${layer}`,
        from: `./src/lib/${other}`,
        message: `${layer} may import only ${allowed.join(', ')}.`,
      })),
    {
      target: `./src/lib/${layer}`,
      from: ['./src/routes', './scripts', './tests'],
      message: 'src/lib imports nothing from the rim.',
    },
  ];
});

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'var/', 'bench/results.json'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.js', '.svelte', '.json'],
          alias: { $lib: [lib] },
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      // TypeScript knows what is defined; the rule does not know its types.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/lib/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'svelte', 'svelte/*', '$app/*', '$lib/*', 'maplibre-gl', '@turf/*'],
              message: 'The domain is pure: no Svelte, DOM, file system, map or geometry library.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'fetch', 'localStorage'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte', 'scripts/**/*.ts', 'tests/**/*.ts'],
    ignores: ['src/lib/map/gl/**', 'tests/bench/pages/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'maplibre-gl',
              message: 'Only src/lib/map/gl imports the map engine.',
            },
          ],
          patterns: [
            {
              group: ['maplibre-gl/*'],
              message: 'Only src/lib/map/gl imports the map engine.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // The map's SVG is made by our own renderer, which escapes every text it is given.
      'svelte/no-at-html-tags': 'off',
      // The site is served at the root of its origin; query links are built by `viewQuery`.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['scripts/**', 'tests/**', '**/*.test.ts'],
    rules: { 'no-console': 'off' },
  },
);
