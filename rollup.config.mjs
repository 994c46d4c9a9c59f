import { readFileSync, rmSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { createJiti } from 'jiti';
import { dts } from 'rollup-plugin-dts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });

const { configSchema } = await createJiti(import.meta.url, { fsCache: false }).import('./src/core/configSchema.ts');
/** What may stand in the JSON behind `data-config`, for editors and other tools. */
const schema = {
  name: 'schema',
  generateBundle() {
    const source = `${JSON.stringify(configSchema, null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'schema/config.json', source });
  },
};

const js = { dir: 'dist', sourcemap: true, generatedCode: 'es2015' };
const banner = (...parts) => `/*! ${[`Waver ${version} MIT`, ...parts].join('; ')} */`;
const plugins = (module) => [
  resolve({ browser: true }),
  typescript({ noEmit: false, declaration: false, include: ['src/**', 'widgets/**'] }),
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
};
/** The parts of chunks that are loaded when they are needed: file name by module. */
const PARTS = {
  fetchModel: 'model',
  formHelp: 'form-help',
  showPreferences: 'preferences',
  de: 'copy-de',
  ja: 'copy-ja',
  deAsk: 'copy-de-ask',
  jaAsk: 'copy-ja-ask',
};
const chunkFileNames = ({ name }) => `${PARTS[name] ?? name}.js`;
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
    },
    plugins: plugins(true),
  },
  {
    input: { mind: 'src/mind.ts' },
    preserveEntrySignatures: 'allow-extension',
    output: { ...js, format: 'es', chunkFileNames },
    plugins: plugins(true),
  },
  ...Object.entries({
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
    input: { index: 'src/index.ts' },
    output: { dir: 'dist', format: 'es' },
    plugins: [dts(), schema],
  },
];
