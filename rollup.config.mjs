import { readFileSync, rmSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { createJiti } from 'jiti';
import { dts } from 'rollup-plugin-dts';
import { recordSchema } from './build/recordSchema.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });

const { configSchema } = await createJiti(import.meta.url, { fsCache: false }).import('./src/core/configSchema.ts');
/** For editors and other tools: what may stand in the JSON behind `data-config`, and what records are told. */
const schema = {
  name: 'schema',
  generateBundle() {
    for (const [name, made] of Object.entries({ config: configSchema, records: recordSchema() }))
      this.emitFile({ type: 'asset', fileName: `schema/${name}.json`, source: `${JSON.stringify(made, null, 2)}\n` });
  },
};

const js = { dir: 'dist', sourcemap: true, generatedCode: 'es2015' };
const banner = (...parts) => `/*! ${[`Waver ${version} MIT`, ...parts].join('; ')} */`;
const plugins = (module) => [
  resolve({ browser: true }),
  // Types are checked by `npm run types`, once and not for each file.
  typescript({ noCheck: true, noEmit: false, declaration: false, include: ['src/**', 'widgets/**'] }),
  // One pass compresses better than several, which make more of the code different from the rest. `unsafe` assumes that
  // nobody has replaced String or RegExp.
  terser({ ecma: 2020, module, compress: { passes: 1, pure_getters: true, unsafe: true }, format: { comments: /^!/ } }),
];
/** The lazy chunks stay beside the entry under their own names, so that both doors load the same files. */
const CHUNKS = {
  './mind': './mind.js',
  './reader': './reader.js',
  './forms': './forms.js',
  './shops/platforms': './platforms.js',
  './consent/watchConsent': './consent.js',
  '../widgets': './widgets.js',
  './shops/facts': './facts.js',
  './readCampaigns': './campaigns.js',
  './telling': './telling.js',
};
/** The parts of chunks that are loaded when they are needed: file name by module. */
const PARTS = {
  fetchModel: 'model',
  formHelp: 'form-help',
  reasons: 'why',
  showPreferences: 'preferences',
};
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** A language's parts are named after it: `zhHansAsk` is `copy-zh-hans-ask`. */
const chunkFileNames = ({ name, facadeModuleId }) =>
  /widgets.copy.\w+\.ts$/.test(facadeModuleId) ? `copy-${kebab(name)}.js` : `${PARTS[name] ?? kebab(name)}.js`;
const chunksOutside = {
  name: 'chunks-outside',
  resolveId: (id) => (CHUNKS[id] ? { id: CHUNKS[id], external: true } : null),
};

export default [
  {
    input: { waver: 'src/script.ts' },
    output: { ...js, format: 'iife', banner: banner() },
    plugins: plugins(false),
  },
  {
    input: { index: 'src/index.ts' },
    output: { ...js, format: 'es', banner: banner() },
    plugins: [chunksOutside, ...plugins(true)],
  },
  {
    input: { widgets: 'widgets/index.ts' },
    // The lazy parts take what they share from the entry, which is there before them: no further file to ask for.
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...js,
      format: 'es',
      banner: ({ isEntry }) => (isEntry ? banner('preact MIT') : ''),
      chunkFileNames,
      // What only the parts use, but several of them: else it would be a file of its own.
      manualChunks: { widgets: ['widgets/index.ts', 'widgets/own.ts', 'widgets/safeAddress.ts'] },
    },
    plugins: plugins(true),
  },
  {
    input: { mind: 'src/mind.ts' },
    preserveEntrySignatures: 'allow-extension',
    output: { ...js, format: 'es', chunkFileNames },
    plugins: plugins(true),
  },
  {
    input: { telling: 'src/telling.ts' },
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...js,
      format: 'es',
      // What the entry and its parts share is in the entry: no further file to ask for.
      manualChunks: { telling: ['src/telling.ts', 'src/core/isObject.ts'] },
      chunkFileNames: ({ name }) => `${/^(webhook|read|identity)/.test(name) ? '' : 'to-'}${kebab(name)}.js`,
    },
    plugins: plugins(true),
  },
  ...Object.entries({
    destinations: 'src/destinations/index.ts',
    reader: 'src/reader.ts',
    forms: 'src/forms.ts',
    platforms: 'src/shops/platforms/index.ts',
    consent: 'src/consent/watchConsent.ts',
    facts: 'src/shops/facts.ts',
    campaigns: 'src/readCampaigns.ts',
  }).map(([name, file]) => ({
    input: { [name]: file },
    output: { ...js, format: 'es' },
    plugins: plugins(true),
  })),
  {
    input: { index: 'src/index.ts', destinations: 'src/destinations/index.ts' },
    output: { dir: 'dist', format: 'es' },
    plugins: [dts(), schema],
  },
];
