import { startDemo } from './server.mjs';

const { url } = await startDemo({ port: Number(process.env.PORT) || 4173 });
console.log(`  under a strict content security policy: ${url}/strict`);
console.log(`  every popup in every state:             ${url}/gallery`);
console.log(`  as a single-page shop:                  ${url}/spa`);
