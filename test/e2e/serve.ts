/** Serves the production build for the end-to-end tests and tells them its address. */
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served production build, with a slash at its end. */
    site: string;
  }
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('dist/ is empty: build the site first.');
  const server = await preview({
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port.');
  project.provide('site', `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
