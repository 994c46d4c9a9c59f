import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { type Plugin, rollup } from 'rollup';
import ts from 'typescript';

/** Types are checked elsewhere: here they are only taken off. */
const stripTypes: Plugin = {
  name: 'strip-types',
  load: (id) =>
    id.endsWith('.ts')
      ? ts.transpileModule(readFileSync(id, 'utf8'), {
          compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
        }).outputText
      : null,
};

/** A source file as a script for a page, its exports on `window[name]`; and what it weighs. */
export const bundle = async (input: string, name: string) => {
  const build = await rollup({
    input,
    plugins: [
      resolve({ browser: true, extensions: ['.ts', '.js'] }),
      stripTypes,
      terser({ ecma: 2020, compress: { passes: 1, pure_getters: true, unsafe: true } }),
    ],
  });
  const { output } = await build.generate({ format: 'iife', name, generatedCode: 'es2015' });
  await build.close();
  const { code } = output[0];
  return { code, brotli: brotliCompressSync(code).length };
};
