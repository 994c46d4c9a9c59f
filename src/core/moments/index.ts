import { cartIdle } from './cartIdle';
import type { Detector } from './detector';
import { exitIntent } from './exitIntent';
import { fieldError } from './fieldError';
import { policyDwell } from './policyDwell';

/** All detectors by the kind of moment they make. A new one is a file and a line here. */
export const detectors: Readonly<Record<string, Detector<unknown>>> = {
  'policy-dwell': policyDwell,
  'field-error': fieldError,
  'cart-idle': cartIdle,
  'exit-intent': exitIntent,
};
