// npm start: install what is missing, build the site, serve it.
import { requireNode } from './node-version.mjs';

async function main() {
  requireNode(1);
  process.once('SIGINT', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { buildSite, serveSite } = await import('./site.mjs');
  await buildSite();
  const address = await serveSite({ open: process.stdout.isTTY && !process.env['CI'] });
  console.log(`\nTrust Thermocline is at ${address}\nCtrl-C ends it.`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
