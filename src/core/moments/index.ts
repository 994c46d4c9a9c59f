import { backAndForth } from './backAndForth';
import { cartIdle } from './cartIdle';
import { cartWavering } from './cartWavering';
import { couponHunt } from './couponHunt';
import { couponRejected } from './couponRejected';
import { deadClick } from './deadClick';
import type { Detector } from './detector';
import { exitIntent } from './exitIntent';
import { fieldError } from './fieldError';
import { fieldHesitation } from './fieldHesitation';
import { fieldRefill } from './fieldRefill';
import { formAbandonment } from './formAbandonment';
import { paymentFailure } from './paymentFailure';
import { policyDwell } from './policyDwell';
import { priceCopy } from './priceCopy';
import { priceRecheck } from './priceRecheck';
import { priceShock } from './priceShock';
import { quickBack } from './quickBack';
import { rageClick } from './rageClick';
import { slowPage } from './slowPage';
import { tabAway } from './tabAway';
import { trustSeeking } from './trustSeeking';

/** All detectors by the kind of moment they make. A new one is a file and a line here. */
export const detectors: Readonly<Record<string, Detector>> = {
  'policy-dwell': policyDwell,
  'trust-seeking': trustSeeking,
  'field-error': fieldError,
  'field-hesitation': fieldHesitation,
  'field-refill': fieldRefill,
  'form-abandonment': formAbandonment,
  'coupon-hunt': couponHunt,
  'coupon-rejected': couponRejected,
  'price-recheck': priceRecheck,
  'price-copy': priceCopy,
  'price-shock': priceShock,
  'cart-wavering': cartWavering,
  'cart-idle': cartIdle,
  'back-and-forth': backAndForth,
  'quick-back': quickBack,
  'rage-click': rageClick,
  'dead-click': deadClick,
  'exit-intent': exitIntent,
  'tab-away': tabAway,
  'slow-page': slowPage,
  'payment-failure': paymentFailure,
};
