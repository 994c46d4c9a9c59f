import type { PopupContent } from '../src/types';
import type { Face, Scene } from './scene';

/** What sets the content up, once it is here. Each is a chunk of its own: most visits see none of them, and some one. */
export const loadContent = async (content: PopupContent): Promise<(scene: Scene) => () => Face> => {
  switch (content.popup) {
    case 'delivery-promise': {
      const { deliveryPromise } = await import('./deliveryPromise');
      return (scene) => deliveryPromise(scene, content.window);
    }
    case 'offer': {
      const { offer } = await import('./offer');
      return (scene) => offer(scene, content);
    }
    case 'form-help': {
      const { formHelp } = await import('./formHelp');
      return (scene) => formHelp(scene, content.field);
    }
    case 'question': {
      const { ask } = await import('./ask');
      return (scene) => ask.question(scene, content.question);
    }
    default: {
      const { notice } = await import('./notice');
      return (scene) => notice(scene, content);
    }
  }
};
