import type { TestProject } from 'vitest/node';
import { findChromium } from './findChromium.mjs';

/** Looked for once, before the first browser test. */
export const setup = (project: TestProject) => project.provide('chromium', findChromium());

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: string;
  }
}
