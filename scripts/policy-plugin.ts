import type { Plugin } from 'vite';

/**
 * The content security policy in index.html is the production one. Vite's development server
 * injects styles and talks through a web socket: only there the policy lets it.
 */
export function developmentPolicyPlugin(): Plugin {
  return {
    name: 'thermocline:development-policy',
    apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview,
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}
